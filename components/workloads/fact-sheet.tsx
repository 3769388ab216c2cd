import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { Section } from "@/components/ui/page";
import { Heads } from "@/components/ui/table";
import { CRITICALITY_SENTENCES } from "@/lib/workloads/labels";
import { factWord } from "@/lib/workloads/rules/fact-words";
import { FACT_GROUP_LABELS, type FactField, type FactGroup, fieldsOf } from "@/lib/workloads/rules/fields";
import type { ClaimDates } from "@/lib/workloads/rules/origins";
import { factsOf, namesOf, type WorkloadView } from "@/lib/workloads/rules/view";
import sheet from "./fact-sheet.module.css";

type Props = {
  group: FactGroup;
  workload: WorkloadView;
  dates: ClaimDates;
  zone: string;
  /** The form of this group; none for those who may not change it. */
  editHref?: string | undefined;
};

/** One group of facts: each with its value and who stands behind it. What nobody has said is said to be unknown. */
export function FactSheet({ group, workload, dates, zone, editHref }: Props) {
  const lines = linesOf(fieldsOf(group), workload);
  const known = lines.filter(({ word, field }) => word !== null || field.key === "tags").length;
  return (
    <Section
      title={FACT_GROUP_LABELS[group]}
      id={`facts-${group}`}
      finding={known === lines.length ? undefined : `${known} of ${lines.length} known`}
      actions={editHref === undefined ? undefined : <Link href={editHref}>Change</Link>}
    >
      <table className={`tbl ${sheet.sheet}`}>
        <caption className="vh">{FACT_GROUP_LABELS[group]}: each fact with its value and who says so</caption>
        <colgroup>
          <col className={sheet.fact} />
          <col />
          <col className={sheet.source} />
        </colgroup>
        <Heads hidden of={["Fact", "Value", "Who says so"]} />
        <tbody>
          {lines.map(({ field, word }) => (
            <tr key={field.key}>
              <th scope="row">{field.label}</th>
              <td>{word ?? <Nothing field={field.key} />}</td>
              <td className={`mute small ${sheet.who} ${byPerson(workload, field) ? sheet.person : ""}`}>
                {word === null || field.key === "source" ? null : (
                  <Origin source={workload.origins[field.key]} dates={dates} field={field} zone={zone} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** On a phone it is told of a source alone: what a person said is the rule. */
function byPerson(workload: WorkloadView, field: FactField): boolean {
  return workload.origins[field.key] === undefined;
}

/** What stands for a fact that nobody has said. */
function Nothing({ field }: { field: FactField["key"] }) {
  if (field === "businessOwnerId") return <span className="miss">no owner</span>;
  if (field === "technicalOwnerId") return <Missing>no owner</Missing>;
  return <Missing>{field === "tags" ? "none" : "unknown"}</Missing>;
}

/** "as Azure Migrate says, 14 Jun 2025", or "stated by a person". */
export function Origin({
  source,
  dates,
  field,
  zone,
}: {
  source: string | undefined;
  dates: ClaimDates;
  field: Pick<FactField, "key">;
  zone: string;
}) {
  if (source === undefined) return "stated by a person";
  const at = dates[source]?.[field.key];
  return (
    <>
      as {source} says
      {at === undefined ? null : (
        <>
          , <Moment at={at} zone={zone} show="day" />
        </>
      )}
    </>
  );
}

/** Names have their place in the header, and so has the name's own line; what says nothing is null. */
function linesOf(fields: readonly FactField[], workload: WorkloadView) {
  const [facts, names] = [factsOf(workload), namesOf(workload)];
  const byHand = facts.source === null || facts.source === "";
  return fields
    .filter(({ key }) => key !== "name" && !(byHand && key === "externalId" && facts.externalId === null))
    .map((field) => {
      if (byHand && field.key === "source") return { field, word: "Entered by hand" };
      const value = facts[field.key];
      const isNothing = value === null || value === "" || (typeof value === "object" && value.length === 0);
      if (isNothing) return { field, word: null };
      if (field.key === "criticality" && facts.criticality !== null)
        return { field, word: CRITICALITY_SENTENCES[facts.criticality] };
      return { field, word: sentence(factWord(field, value, names)) };
    });
}

function sentence(word: string): string {
  return word === "yes" || word === "no" ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
