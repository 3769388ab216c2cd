import { Due } from "@/components/risks/due";
import { wordsOf } from "@/components/risks/score-figures";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Day } from "@/components/ui/moment";
import { Section } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import { counted } from "@/lib/kernel/text";
import { ACTION_STATE_LABELS } from "@/lib/risks/labels";
import type { RiskView } from "@/lib/risks/model/register";
import type { RiskActionView } from "@/lib/risks/model/risk";
import type { RiskScale } from "@/lib/risks/model/scale";

export type ActionSectionProps = {
  risk: RiskView;
  /** The one in use; its words name the expected score. */
  scale: RiskScale;
  /** Address of the risk. */
  base: string;
  mayWrite: boolean;
};

/** What is done against the risk, step by step: who, until when, what it should bring, and what is late. */
export function ActionSection({ risk, scale, base, mayWrite }: ActionSectionProps) {
  return (
    <Section
      id="actions"
      title="Treatment"
      finding={findingOf(risk.actions)}
      actions={mayWrite ? <Button href={`${base}/actions/new`}>Plan an action</Button> : undefined}
    >
      {risk.actions.length === 0 ? null : (
        <Tbl caption="Treatment actions, the open ones first" stack="run">
          <Heads of={["Action", "State", "Owner", "Due", "Should bring"]} />
          <tbody>
            {risk.actions.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link href={`${base}/actions/${one.id}`}>{one.what}</Link>
                  {one.settledNote === "" ? null : <span className="sub">{one.settledNote}</span>}
                </th>
                <td>
                  <ActionState action={one} />
                </td>
                <td>{one.owner ?? <b className="miss">no owner</b>}</td>
                <td data-l="due">
                  {one.state === "open" ? (
                    <Due on={one.dueOn} overdueDays={one.lateDays} />
                  ) : (
                    <Day on={one.dueOn} />
                  )}
                </td>
                <td data-l="should bring">{expectedWords(one, scale)}</td>
              </tr>
            ))}
          </tbody>
        </Tbl>
      )}
    </Section>
  );
}

/** Open, done or dropped, in shape and word; the day on which it was settled with it. */
export function ActionState({
  action,
}: {
  action: Pick<RiskActionView, "state" | "lateDays" | "settledOn">;
}) {
  if (action.state === "open")
    return action.lateDays > 0 ? <Verdict tone="off">Late</Verdict> : <Verdict tone="unk">Open</Verdict>;
  return (
    <>
      <Verdict tone={action.state === "done" ? "ok" : "done"}>{ACTION_STATE_LABELS[action.state]}</Verdict>
      <span className="sub">
        <Day on={action.settledOn} />
      </span>
    </>
  );
}

function expectedWords({ expected }: RiskActionView, scale: RiskScale) {
  if (expected.likelihood === null && expected.impact === null) return <Missing />;
  return wordsOf(expected, scale);
}

function findingOf(actions: readonly RiskActionView[]): string {
  const counting = actions.filter((one) => one.state !== "dropped");
  if (counting.length === 0) return "No action is planned.";
  const done = counting.filter((one) => one.state === "done").length;
  const late = counting.filter((one) => one.lateDays > 0).length;
  const undated = counting.filter((one) => one.state === "open" && one.dueOn === null).length;
  const parts = [`${done} of ${counted(counting.length, "action")} done`];
  if (late > 0) parts.push(`${late} late`);
  if (undated > 0) parts.push(`${undated} without a date`);
  return `${parts.join(", ")}.`;
}
