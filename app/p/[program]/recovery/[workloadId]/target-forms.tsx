import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/fields";
import { FormFold } from "@/components/ui/form-fold";
import { Section } from "@/components/ui/page";
import { formatMinutes, typedMinutes } from "@/lib/kernel/minutes";
import type { EffectiveTarget, RecoveryWorkload } from "@/lib/recovery/model";
import { effectiveTargets } from "@/lib/recovery/rules/effective-target";
import { removeTargetAction, setTargetAction } from "../actions";

/** The target of its own, to set or take away. */
export function TargetForms({ workload, program }: { workload: RecoveryWorkload; program: string }) {
  const { own } = workload;
  const bound = inherited(workload);
  const hidden = { workloadId: workload.id, version: own?.version ?? 0 };
  return (
    <>
      <Section
        id="own"
        title="Target of its own"
        finding="Leave a time empty and that of its business processes counts, else that of its tier. Looser than either needs a reason."
      >
        <FormFold label={own === null ? "Set a target" : "Change the target"}>
          <ActionForm
            key={hidden.version}
            action={setTargetAction.bind(null, program)}
            hidden={hidden}
            submit="Save the target"
            pending="Saving…"
            beside={<Cancel href={`/p/${program}/recovery/${workload.id}`} />}
          >
            <TextField
              name="rtoMinutes"
              label="RTO"
              hint={`Longest time to be back, such as 4 h or 90 min. ${hint(bound.rto)}`}
              narrow
              optional
              defaultValue={typedMinutes(own?.rto ?? null)}
            />
            <TextField
              name="rpoMinutes"
              label="RPO"
              hint={`Most data in time that may be lost. 0 is none. ${hint(bound.rpo)}`}
              narrow
              optional
              defaultValue={typedMinutes(own?.rpo ?? null)}
            />
            <TextArea name="reason" label="Reason" optional defaultValue={own?.reason ?? ""} />
          </ActionForm>
        </FormFold>
      </Section>
      {own === null ? null : (
        <Section
          id="remove"
          title="Remove the target of its own"
          finding="Then that of its business processes counts again, else that of its tier."
        >
          <ActionForm
            action={removeTargetAction.bind(null, program)}
            hidden={hidden}
            submit="Remove"
            pending="Removing…"
            submitLook={{ variant: "default" }}
          />
        </Section>
      )}
    </>
  );
}

/** What would count without a target of its own. */
function inherited({ processTargets, tierTargets }: RecoveryWorkload) {
  return effectiveTargets(null, [processTargets], tierTargets);
}

function hint(target: EffectiveTarget): string {
  if (target === null) return "Neither its processes nor its tier state one.";
  const whose = target.from === "process" ? "Its processes ask for" : "Its tier states";
  return `${whose} ${formatMinutes(target.minutes)}.`;
}
