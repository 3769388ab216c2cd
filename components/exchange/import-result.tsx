import { OutcomeFigures } from "@/components/exchange/preview-section";
import { RefusedDownloads } from "@/components/exchange/refused-downloads";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import { Callout } from "@/components/ui/states";
import { ENTITY_LABELS } from "@/lib/exchange/labels";
import type { Counts } from "@/lib/exchange/model/plan";
import { ENTITIES, type Entity } from "@/lib/exchange/model/reading";
import type { ImportReport } from "@/lib/exchange/model/view";
import { counted } from "@/lib/kernel/text";

/** Where what came in is seen. */
const PLACES: Record<Entity, string> = {
  workload: "workloads",
  site: "sites",
  process: "processes",
  asset: "assets",
  wave: "waves",
  membership: "waves",
  dependency: "dependencies",
  "external-link": "dependencies",
  risk: "risks",
  target: "recovery",
};

type Props = {
  slug: string;
  importId: string;
  counts: Counts;
  report: ImportReport;
  undone: boolean;
};

/** What an import did, kept for good. */
export function ImportResult({ slug, importId, counts, report, undone }: Props) {
  const written = ENTITIES.flatMap((entity) => {
    const count = report.written[entity] ?? 0;
    return count === 0 ? [] : [{ entity, count }];
  });
  return (
    <>
      <Section id="result" title="What was imported" finding={findingOf(counts, report)}>
        <OutcomeFigures counts={counts} done />
        {written.length + report.questions === 0 || undone ? null : (
          <div style={{ marginTop: 24 }}>
            <p className="soft dense" style={{ marginBottom: 8 }}>
              What came of it, and where it is seen:
            </p>
            <Rows dense>
              {written.map(({ entity, count }) => (
                <li key={entity}>
                  <Link className="go" href={`/p/${slug}/${PLACES[entity]}`}>
                    {counted(count, ENTITY_LABELS[entity].one, ENTITY_LABELS[entity].many)}
                  </Link>
                </li>
              ))}
              {report.questions > 0 ? (
                <li>
                  <Link className="go" href={`/p/${slug}/questions?import=${importId}&state=all`}>
                    {counted(report.questions, "new question")}
                  </Link>
                  <p className="soft dense">
                    Sources disagree; the present values stand until somebody answers.
                  </p>
                </li>
              ) : null}
            </Rows>
          </div>
        )}
      </Section>
      {counts.refused > 0 ? (
        <Section
          id="left-out"
          title="Left out"
          finding={`${counted(counts.refused, "row")} not imported. They can be mended and brought in again.`}
        >
          <RefusedDownloads slug={slug} importId={importId} count={counts.refused} />
        </Section>
      ) : null}
      {undone ? null : (
        <Section
          id="undo"
          title="Was this a mistake?"
          finding="An import can be taken back while everything is as it left it."
        >
          <Link className={buttonClass({})} href={`/p/${slug}/imports/${importId}/undo`}>
            See what taking it back means
          </Link>
        </Section>
      )}
    </>
  );
}

/** A file that was given up. */
export function DiscardedNote() {
  return (
    <Callout title="This file was discarded" tone="unk">
      Nothing of it was imported, and its content is no longer kept.
    </Callout>
  );
}

function findingOf(counts: Counts, report: ImportReport): string {
  const people =
    report.peopleAdded > 0
      ? ` ${counted(report.peopleAdded, "name")} added to the people; none got access.`
      : "";
  const blank = report.blankRows > 0 ? ` ${counted(report.blankRows, "blank row")} skipped.` : "";
  return `${firstOf(counts, report)}${people}${blank}`;
}

function firstOf(counts: Counts, { questions }: ImportReport): string {
  if (counts.create + counts.update > 0) return "In one step; every change is in the audit trail.";
  return questions > 0
    ? "Nothing changed; where the file says something else, somebody is asked."
    : "The program held everything already; nothing changed.";
}
