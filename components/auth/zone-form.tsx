import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/fields";
import type { FormAction } from "@/lib/kernel/action-state";

export type ZoneFormProps = { action: FormAction; zone: string; zones: readonly string[] };

/** The IANA zone in which one's own times are shown. */
export function ZoneForm({ action, zone, zones }: ZoneFormProps) {
  const known = [...new Set(["UTC", zone, ...zones])];
  const options = known.map((value) => ({ value, label: value.replaceAll("_", " ") }));
  return (
    <ActionForm
      action={action}
      submit="Change time zone"
      submitLook={{ variant: "default" }}
      aria-label="Change time zone"
    >
      <SelectField name="zone" label="Time zone" options={options} defaultValue={zone} />
    </ActionForm>
  );
}
