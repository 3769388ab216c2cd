import { FORMAT_LABELS, resultWords, STATE_LABELS } from "@/lib/exchange/labels";
import type { ImportSummary } from "@/lib/exchange/model/view";
import { problemWords } from "@/lib/exchange/rules/report";
import { formatMoment } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import type { FileOutcome } from "./import-file";

const SHOWN_PROBLEMS = 20;

/** What became of a file, for people. */
export function fileInWords(outcome: FileOutcome, named: boolean): string {
  const { file, format, counts, questions, notes, problems, written } = outcome;
  const { create, update, unchanged, refused } = counts;
  const label = format === null ? "Unknown format" : FORMAT_LABELS[format];
  const lines = problems.slice(0, SHOWN_PROBLEMS).map((one) => `  row ${one.row}, ${problemWords(one)}`);
  if (problems.length > SHOWN_PROBLEMS)
    lines.push(`  and ${counted(problems.length - SHOWN_PROBLEMS, "more problem")}`);
  const result = written ? "Imported." : "Nothing was written.";
  return [
    `${named ? `${file}: ` : ""}${label}: ${create} new, ${update} changed, ${unchanged} unchanged, ${refused} refused.`,
    ...notes.map((note) => `  ${note}`),
    ...lines,
    ...(questions > 0 ? [`  ${counted(questions, "question")} raised: sources disagree.`] : []),
    refused > 0 && written ? `${result} ${counted(refused, "refused row")} left out.` : result,
    ...(written && outcome.importId !== null ? [`  import ${outcome.importId}`] : []),
  ].join("\n");
}

/** The same for programs. */
export function reportOf({ importId, format, counts, questions, notes, rows, problems }: FileOutcome) {
  const plain = rows.map(({ row, entity, outcome, subject, changes }) => ({
    row,
    entity,
    outcome,
    subject,
    changes,
  }));
  return { importId, format, counts, questions, notes, rows: plain, problems };
}

/** The latest imports, a line each. */
export function historyInWords(imports: readonly ImportSummary[], zone: string): string {
  if (imports.length === 0) return "Nothing was imported yet.";
  return imports
    .map((one) => {
      const counts = one.counts === null ? "" : `, ${resultWords(one.counts)}`;
      const when = formatMoment(one.createdAt, zone);
      return `${one.id}  ${when}  ${STATE_LABELS[one.state]}  ${one.fileName} by ${one.byName}${counts}`;
    })
    .join("\n");
}
