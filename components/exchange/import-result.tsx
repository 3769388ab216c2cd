import Link from "next/link";
import { ProblemTable } from "@/components/exchange/preview-rows";
import { OutcomeFigures } from "@/components/exchange/preview-section";
import { Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import type { Counts, FormatName, ImportReport } from "@/lib/exchange/model";
import { counted } from "@/lib/kernel/text";

const SHOWN = 100;

const PLACE: Record<FormatName, { path: string; label: string }> = {
  workloads: { path: "workloads", label: "Workloads" },
  konveyor: { path: "workloads", label: "Workloads" },
  dependencies: { path: "workloads", label: "Workloads" },
  risks: { path: "risks", label: "Risks" },
  "recovery-targets": { path: "recovery", label: "Recovery" },
};

type Props = {
  slug: string;
  importId: string;
  format: FormatName | null;
  counts: Counts;
  report: ImportReport | null;
};

/** What an import did, kept for good. */
export function ImportResult({ slug, importId, format, counts, report }: Props) {
  const place = PLACE[format ?? "workloads"];
  const refused = report?.refused ?? [];
  return (
    <>
      <Section
        id="result"
        title="What was imported"
        finding={findingOf(counts, report)}
        actions={
          <Link className="go" href={`/p/${slug}/${place.path}`}>
            {place.label}
          </Link>
        }
      >
        <OutcomeFigures counts={counts} done />
      </Section>
      {refused.length > 0 ? (
        <Section
          id="left-out"
          title="Left out"
          finding={`${counted(counts.refused, "row")} not imported.`}
          actions={
            <a className="go" href={`/api/p/${slug}/imports/${importId}/refused`} download>
              Download with their problems
            </a>
          }
        >
          <ProblemTable rows={refused.slice(0, SHOWN)} />
          {counts.refused > SHOWN ? (
            <p className="soft">
              The first {SHOWN} are shown. The download holds{" "}
              {refused.length === counts.refused ? "all" : `the first ${refused.length}`}.
            </p>
          ) : null}
        </Section>
      ) : null}
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

function findingOf(counts: Counts, report: ImportReport | null): string {
  const people =
    report !== null && report.peopleAdded > 0
      ? ` ${counted(report.peopleAdded, "name")} added to the people; none got access.`
      : "";
  const blank =
    report !== null && report.blankRows > 0 ? ` ${counted(report.blankRows, "blank row")} skipped.` : "";
  const first =
    counts.create + counts.update === 0
      ? "The program held everything already; nothing changed."
      : "In one step; every change is in the audit trail.";
  return `${first}${people}${blank}`;
}
