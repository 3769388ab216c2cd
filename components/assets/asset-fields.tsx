import { SelectField, TextField } from "@/components/ui/fields";
import { optionsOf } from "@/components/ui/options";
import { Group } from "@/components/ui/page";
import { ASSET_KIND_LABELS, ASSET_LABELS } from "@/lib/assets/labels";
import type { AssetFacts } from "@/lib/assets/model";

/** Every fact of an asset but its workload; what is left empty is unknown. */
export function AssetFields({ asset }: { asset?: AssetFacts }) {
  return (
    <>
      <TextField name="name" label={ASSET_LABELS.name} required maxLength={200} defaultValue={asset?.name} />
      <SelectField
        name="kind"
        label={ASSET_LABELS.kind}
        none="Unknown"
        defaultValue={asset?.kind ?? ""}
        options={optionsOf(ASSET_KIND_LABELS)}
      />
      <TextField
        name="role"
        label={ASSET_LABELS.role}
        hint="What it does, such as application or standby."
        optional
        defaultValue={asset?.role ?? ""}
      />
      <TextField
        name="environment"
        label={ASSET_LABELS.environment}
        hint="Such as production or test."
        optional
        defaultValue={asset?.environment ?? ""}
      />
      <TextField
        name="location"
        label={ASSET_LABELS.location}
        optional
        defaultValue={asset?.location ?? ""}
      />
      <Group title="Machine" />
      <TextField name="os" label={ASSET_LABELS.os} optional defaultValue={asset?.os ?? ""} />
      <Numbers asset={asset} />
      <Group title="Network and tags" />
      <TextField
        name="addresses"
        label={ASSET_LABELS.addresses}
        hint="Separated by commas."
        optional
        defaultValue={asset?.addresses.join(", ")}
      />
      <TextField name="fqdn" label={ASSET_LABELS.fqdn} optional defaultValue={asset?.fqdn ?? ""} />
      <TextField
        name="tags"
        label={ASSET_LABELS.tags}
        hint="Separated by commas."
        optional
        defaultValue={asset?.tags.join(", ")}
      />
    </>
  );
}

function Numbers({ asset }: { asset?: AssetFacts }) {
  const number = { inputMode: "numeric", narrow: true, optional: true } as const;
  return (
    <>
      <div className="row items-end">
        <TextField name="cores" label={ASSET_LABELS.cores} {...number} defaultValue={asset?.cores ?? ""} />
        <TextField name="memoryMb" label="Memory, MB" {...number} defaultValue={asset?.memoryMb ?? ""} />
      </div>
      <div className="row items-end">
        <TextField name="diskGb" label="Disk, GB" {...number} defaultValue={asset?.diskGb ?? ""} />
        <TextField
          name="powerState"
          label={ASSET_LABELS.powerState}
          hint="Such as on or off."
          narrow
          optional
          defaultValue={asset?.powerState ?? ""}
        />
      </div>
    </>
  );
}
