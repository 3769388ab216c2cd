import { Moment } from "@/components/ui/moment";
import { Heads, Tbl } from "@/components/ui/table";
import type { Score } from "@/lib/risks/model/rating";
import type { AppetiteStep } from "@/lib/risks/model/risk";

/** Every step of what the domains live with, the newest first: who, when, from what to what, and why. */
export function AppetiteSteps({ steps, zone }: { steps: readonly AppetiteStep[]; zone: string }) {
  return (
    <Tbl caption="Changes of appetite, the newest first" stack="run">
      <Heads of={["Domain", "From", "To", "Why", "By", "When"]} />
      <tbody>
        {steps.map((step) => (
          <tr key={step.id}>
            <th scope="row">{step.domain}</th>
            <td className="nw" data-l="from">
              {upTo(step.before)}
            </td>
            <td className="nw" data-l="to">
              {upTo(step.after)}
            </td>
            <td>{step.reason}</td>
            <td>{step.changedBy}</td>
            <td className="nw">
              <Moment at={step.changedAt} zone={zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function upTo(appetite: Score | null): string {
  return appetite === null ? "not stated" : `up to ${appetite}`;
}
