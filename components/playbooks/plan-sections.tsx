import { Section } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import { Heads, Tbl } from "@/components/ui/table";
import { counted, listed, nameKey } from "@/lib/kernel/text";
import { FATE_LABELS, SECTION_LABELS, SECTION_MEANINGS } from "@/lib/playbooks/labels";
import type { PlannedThing, StartPlan } from "@/lib/playbooks/model";

/** A longer list begins folded: its first names and their number are told. */
const SHOWN_AT_ONCE = 6;

/** What a start would do, section by section; what is here already is named and left alone. */
export function PlanSections({ plan }: { plan: StartPlan }) {
  return plan.sections.map(({ section, things }) => {
    const coming = things.filter(({ fate }) => fate !== "kept");
    const kept = things.filter(({ fate }) => fate === "kept");
    return (
      <Section key={section} id={section} title={SECTION_LABELS[section]} finding={SECTION_MEANINGS[section]}>
        {coming.length === 0 ? null : (
          <details className="fold asked" open={coming.length <= SHOWN_AT_ONCE}>
            <summary>
              <span className="grp">
                <b className="nw">{counted(coming.length, "thing")}</b>{" "}
                <span>
                  {listed(
                    coming.map(({ label }) => label),
                    3,
                  )}
                </span>
              </span>
            </summary>
            <Tbl caption={`${SECTION_LABELS[section]}: what comes`} roomy>
              <Heads of={[["What it is", { width: "40%" }], "Why", ["What happens", { width: 150 }]]} />
              <tbody>
                {coming.map((thing) => (
                  <ThingRow key={thing.key} thing={thing} />
                ))}
              </tbody>
            </Tbl>
          </details>
        )}
        {kept.length === 0 ? null : (
          <details className="mt-3" open={kept.length <= SHOWN_AT_ONCE}>
            <summary className="dense">{counted(kept.length, "thing")} here already and left alone</summary>
            <Rows dense>
              {kept.map((thing) => (
                <li key={thing.key} className="soft">
                  {keptWords(thing)}
                </li>
              ))}
            </Rows>
          </details>
        )}
      </Section>
    );
  });
}

function ThingRow({ thing: { label, detail, why, fate, was } }: { thing: PlannedThing }) {
  return (
    <tr>
      <th scope="row">
        {label}
        <p className="soft dense">{detail}</p>
      </th>
      <td data-l="Why:" className="soft">
        {why}
      </td>
      <td data-l="What happens:">
        {FATE_LABELS[fate]}
        {fate === "adapted" && was !== label ? <span className="soft"> {was}</span> : null}
      </td>
    </tr>
  );
}

function keptWords({ label, was }: PlannedThing): string {
  return nameKey(was) === nameKey(label) ? was : `${label} (${was})`;
}
