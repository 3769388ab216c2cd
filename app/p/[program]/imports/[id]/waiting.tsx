import { CommitForm } from "@/components/exchange/commit-form";
import { MappingForm } from "@/components/exchange/mapping-form";
import { PreviewSection } from "@/components/exchange/preview-section";
import { ReadingNotes } from "@/components/exchange/reading-notes";
import { ReadingProblem } from "@/components/exchange/reading-problem";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import type { ImportDetail } from "@/lib/exchange/model/view";
import { PREVIEW_PAGE } from "@/lib/exchange/queries/preview";
import { commitBlockers } from "@/lib/exchange/rules/commit-blockers";
import { counted, listed } from "@/lib/kernel/text";
import { commitAction, discardAction, mapAction, retryAction } from "../actions";

/** A file that was read: how it was understood, what it would change, and the import itself. */
export function Waiting({ slug, found }: { slug: string; found: ImportDetail }) {
  const { id, version, columns, report, preview, problem } = found;
  const read = columns.filter((column) => column.field !== null).length;
  const isEmpty = report.others.length < 2 && columns.every((column) => column.samples.length === 0);
  return (
    <>
      <Section
        id="columns"
        title="1. How it was read"
        finding={isEmpty ? undefined : columnsFinding(found, read, columns.length)}
      >
        <ReadingNotes report={report} />
        {preview !== null ? (
          <details className="more">
            <summary>Change the format or the columns</summary>
            <div style={{ marginTop: 16 }}>
              <Mapping slug={slug} found={found} />
            </div>
          </details>
        ) : (
          <div className="reading">
            <ReadingProblem problem={problem} />
            {isEmpty ? null : (
              <div style={{ marginTop: 20 }}>
                <Mapping slug={slug} found={found} />
              </div>
            )}
          </div>
        )}
      </Section>
      {preview === null ? null : (
        <>
          <Section id="preview" title="2. What it would change" finding={findingOf(report.blankRows)}>
            {problem === null ? null : <Stale slug={slug} found={found} />}
            <PreviewSection preview={preview} slug={slug} importId={id} pageSize={PREVIEW_PAGE} />
          </Section>
          <Section id="commit" title="3. Import" finding="All in one step, or nothing at all.">
            <CommitForm
              action={commitAction.bind(null, slug, id)}
              digest={preview.digest}
              counts={preview.counts}
              questions={preview.questions}
              blockers={commitBlockers(preview.counts, true)}
            />
          </Section>
        </>
      )}
      <Section
        id="discard"
        title="Not this file?"
        finding="Discarding drops its content; nothing was changed by it."
      >
        <ActionForm
          action={discardAction.bind(null, slug, id)}
          hidden={{ version }}
          submit="Discard the file"
          submitLook={{ variant: "default" }}
        />
      </Section>
    </>
  );
}

function Mapping({ slug, found }: { slug: string; found: ImportDetail }) {
  const { id, version, columns, report, format, sourceName } = found;
  const first = report.sheets[0];
  const sheets = [...report.sheets.map((one) => one.name), ...report.others.map((one) => one.name)];
  return (
    <MappingForm
      action={mapAction.bind(null, slug, id)}
      version={version}
      format={format ?? first?.format ?? null}
      columns={columns}
      sourceName={sourceName}
      sheet={found.table ?? ""}
      sheets={sheets.filter((name) => name !== "")}
      levels={report.levels}
    />
  );
}

/** Somebody wrote since the preview was made, so that the import was turned down. */
function Stale({ slug, found }: { slug: string; found: ImportDetail }) {
  return (
    <div style={{ marginBottom: 20 }}>
      <Callout
        tone="off"
        title="Nothing was imported"
        actions={
          <ActionForm
            action={retryAction.bind(null, slug, found.id)}
            hidden={{ version: found.version }}
            submit="Make the preview again"
            pending="Reading…"
          />
        }
      >
        {found.problem}
      </Callout>
    </div>
  );
}

function findingOf(blankRows: number): string {
  const blank = blankRows === 0 ? "" : ` ${counted(blankRows, "blank row")} skipped.`;
  return `Compared with the program as it stood when the file was read; nothing is changed yet.${blank}`;
}

function columnsFinding({ format, report, columns }: ImportDetail, read: number, all: number): string {
  if (format === null) return "Say what this file holds.";
  if (report.sheets.length > 1) return `${report.sheets.length} sheets are read.`;
  if (read === all) return all === 1 ? "The one column is read." : `All ${all} columns are read.`;
  if (read === 0) return `None of the ${counted(all, "column")} is read yet.`;
  const left = columns.filter((column) => column.field === null && column.head !== "");
  const rest =
    left.length === all - read && left.length <= 3
      ? `; ${listed(left.map(({ head }) => `“${head}”`))} ${left.length === 1 ? "is" : "are"} left out.`
      : ", the others left out.";
  return `${read} of ${counted(all, "column")} ${read === 1 ? "is" : "are"} read${rest}`;
}
