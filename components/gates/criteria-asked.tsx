import type { CriterionTemplate } from "@/lib/gates/model/template";
import { byGroup } from "@/lib/gates/rules/groups";

/** The criteria of a template, by their groups. */
export function CriteriaAsked({ criteria }: { criteria: readonly CriterionTemplate[] }) {
  return (
    <dl className="rows dense">
      {byGroup(criteria).map(({ group, of }) => (
        <div key={group} style={{ marginBottom: 12 }}>
          <dt className="b">{group}</dt>
          {of.map((criterion) => (
            <dd key={criterion.key}>
              {criterion.title}{" "}
              <span className="mute">
                {criterion.source === "computed" ? "checked by the system" : "attested by a person"}
              </span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
