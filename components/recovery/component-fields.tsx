import { Choices } from "@/components/ui/choices";
import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { optionsOf } from "@/components/ui/options";
import { PhoneFold } from "@/components/ui/phone-fold";
import { formatMinutes, typedMinutes } from "@/lib/kernel/minutes";
import { listed } from "@/lib/kernel/text";
import { COMPONENT_LABELS, PROTECTION_LABELS } from "@/lib/recovery/labels";
import type { ComponentDesign, EffectiveTarget, EffectiveTargets } from "@/lib/recovery/model";

type Props = { design: ComponentDesign; workload: EffectiveTargets };

const EXISTS = [
  { value: "unknown", label: "Not known" },
  { value: "yes", label: "There is one" },
  { value: "no", label: "Does not apply" },
];
const PROTECTIONS = [...optionsOf(PROTECTION_LABELS), { value: "none", label: "Nothing protects it" }];

/** The fields of one part of a workload, named after the part. */
export function ComponentFields({ design, workload }: Props) {
  const { kind, applies, unprotected, protections } = design;
  return (
    <PhoneFold
      summary={
        <h3 className="grp">
          {COMPONENT_LABELS[kind]} <span>{saidOf(design)}</span>
        </h3>
      }
    >
      <fieldset className="part mt-3">
        <legend className="vh">{COMPONENT_LABELS[kind]}</legend>
        <SelectField
          name={`${kind}.applies`}
          label="Is there one?"
          narrow
          options={EXISTS}
          defaultValue={applies === null ? "unknown" : applies ? "yes" : "no"}
        />
        <Choices
          name={`${kind}.protectionIds`}
          legend="Protection"
          hint="None chosen: not known."
          many
          options={PROTECTIONS}
          defaultValues={unprotected ? ["none"] : protections}
        />
        <Times design={design} workload={workload} />
        <TextArea
          name={`${kind}.note`}
          label="Note"
          hint="Where it does not apply: why."
          optional
          rows={2}
          defaultValue={design.note}
        />
      </fieldset>
    </PhoneFold>
  );
}

/** What is said of it so far, in one line. */
function saidOf({ applies, unprotected, protections }: ComponentDesign): string {
  if (applies === null) return "not known";
  if (!applies) return "does not apply";
  if (unprotected) return "nothing protects it";
  return protections.length === 0
    ? "protection not known"
    : listed(protections.map((one) => PROTECTION_LABELS[one].toLowerCase()));
}

function Times({ design, workload }: Props) {
  const { kind } = design;
  return (
    <>
      <div className="row">
        <TextField
          name={`${kind}.copyIntervalMinutes`}
          label="Copied every"
          hint="Such as 4 h; 0 is continuously."
          narrow
          optional
          defaultValue={typedMinutes(design.copyInterval)}
        />
        <TextField
          name={`${kind}.retentionDays`}
          label="Kept for (days)"
          hint="How far back one can go."
          narrow
          optional
          inputMode="numeric"
          defaultValue={design.retentionDays ?? ""}
        />
      </div>
      <div className="row">
        <TextField
          name={`${kind}.rtoMinutes`}
          label="RTO of its own"
          hint={inherits(workload.rto)}
          narrow
          optional
          defaultValue={typedMinutes(design.rto)}
        />
        <TextField
          name={`${kind}.rpoMinutes`}
          label="RPO of its own"
          hint={inherits(workload.rpo)}
          narrow
          optional
          defaultValue={typedMinutes(design.rpo)}
        />
      </div>
    </>
  );
}

function inherits(target: EffectiveTarget): string {
  if (target === null) return "Empty: the workload's, which has none.";
  return `Empty: the workload's ${formatMinutes(target.minutes)}.`;
}
