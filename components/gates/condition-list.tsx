import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/fields";
import { Day } from "@/components/ui/moment";
import { Section } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import { Verdict } from "@/components/ui/status";
import type { ConditionFact } from "@/lib/gates/model/facts";
import type { FormAction } from "@/lib/kernel/action-state";

type Props = { conditions: readonly ConditionFact[]; mayClose: boolean; action: FormAction };

/** The conditions that approvals carry, open ones with the form that closes them. */
export function ConditionList({ conditions, mayClose, action }: Props) {
  if (conditions.length === 0) return null;
  const open = conditions.filter((condition) => condition.closedAt === null);
  return (
    <Section title="Conditions" id="conditions" finding={`${open.length} of ${conditions.length} open.`}>
      <Rows>
        {conditions.map((condition) => (
          <li key={condition.id}>
            <p className="b">{condition.text}</p>
            <p className="soft dense">
              {condition.closedAt ? (
                <Verdict tone="done">Closed</Verdict>
              ) : (
                <Verdict tone="risk">Open</Verdict>
              )}{" "}
              {condition.owner}, due <Day on={condition.dueOn} />,{" "}
              {condition.due === "before_cutover" ? "before the cutover" : "after the cutover"}
              {condition.evidence === "" ? "" : `. ${condition.evidence}`}
            </p>
            {mayClose && condition.closedAt === null ? (
              <ActionForm
                action={action}
                hidden={{ conditionId: condition.id, version: condition.version }}
                submit="Close this condition"
                submitLook={{ size: "sm" }}
                aria-label={`Close: ${condition.text}`}
              >
                <TextField name="evidence" label="What shows that it is met" />
              </ActionForm>
            ) : null}
          </li>
        ))}
      </Rows>
    </Section>
  );
}
