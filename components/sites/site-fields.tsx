import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { optionsOf } from "@/components/ui/options";
import { SITE_KIND_LABELS, SITE_LABELS } from "@/lib/sites/labels";
import type { SiteFacts } from "@/lib/sites/model";

/** Every fact of a site; what is left empty is unknown. `standing`: how many workloads follow a new name. */
export function SiteFields({
  site,
  zones,
  standing = 0,
}: {
  site?: SiteFacts;
  zones: readonly string[];
  standing?: number;
}) {
  return (
    <>
      <TextField
        name="name"
        label={SITE_LABELS.name}
        hint={
          standing === 0
            ? "As workloads name it."
            : `The ${standing} workloads that stand there follow a new name, each with its own entry in the history.`
        }
        required
        maxLength={200}
        defaultValue={site?.name}
      />
      <SelectField
        name="kind"
        label={SITE_LABELS.kind}
        none="Unknown"
        defaultValue={site?.kind ?? ""}
        options={optionsOf(SITE_KIND_LABELS)}
      />
      <TextField name="country" label={SITE_LABELS.country} optional defaultValue={site?.country ?? ""} />
      <TextField
        name="zone"
        label={SITE_LABELS.zone}
        hint="Such as Europe/London; cutovers are told in it."
        optional
        list="zones"
        autoComplete="off"
        defaultValue={site?.zone ?? ""}
      />
      <datalist id="zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <TextField
        name="users"
        label="People who work there"
        hint="With any of the workloads. Leave empty when nobody has counted."
        inputMode="numeric"
        narrow
        optional
        defaultValue={site?.users ?? ""}
      />
      <TextArea name="note" label={SITE_LABELS.note} optional defaultValue={site?.note ?? ""} />
    </>
  );
}
