import type { JudgedCriterion } from "@/lib/gates/model/judged";
import { byGroup } from "@/lib/gates/rules/groups";

/** How many criteria of each group are met or waived. */
export function GroupCounts({ criteria }: { criteria: readonly JudgedCriterion[] }) {
  return (
    <p className="soft dense">
      {byGroup(criteria)
        .map(({ group, of }) => {
          const fine = of.filter(({ status }) => status === "met" || status === "waived").length;
          return `${group} ${fine} of ${of.length}`;
        })
        .join(" · ")}
    </p>
  );
}
