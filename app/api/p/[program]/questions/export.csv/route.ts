import { handleRoute } from "@/lib/auth/route";
import { tableResponse } from "@/lib/exchange/adapters/table-response";
import type { OutCell } from "@/lib/exchange/model/sheet";
import { STATE_LABELS, sourceWord } from "@/lib/questions/labels";
import type { QuestionLine } from "@/lib/questions/model";
import { exportQuestions } from "@/lib/questions/queries/list-questions";
import { questionSearch } from "@/lib/questions/rules/search";
import { fieldLabel, valueWords } from "@/lib/questions/rules/value-words";

const COLUMNS = [
  "about",
  "kind",
  "fact",
  "stands",
  "stands by",
  "said instead",
  "said by",
  "asked",
  "raised",
  "state",
  "counts",
  "counts by",
  "reason",
  "answered by",
  "answered",
];

/** The questions as the address filters them, without pages. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = questionSearch(Object.fromEntries(new URL(request.url).searchParams));
    const rows = await exportQuestions(actor, search);
    return tableResponse(request, {
      name: `${program}-questions`,
      title: "Questions",
      header: COLUMNS,
      rows: rows.map(cells),
    });
  });
}

function cells(row: QuestionLine): OutCell[] {
  const words = (value: QuestionLine["presentValue"]) => valueWords(row.subjectType, row.field, value);
  const closed = row.state !== "open";
  return [
    row.subject,
    row.subjectType,
    fieldLabel(row.subjectType, row.field),
    words(row.presentValue),
    sourceWord(row.presentSource),
    words(row.statedValue),
    row.statedSource,
    row.asked?.name ?? "program manager",
    row.raisedAt.toISOString(),
    STATE_LABELS[row.state],
    closed ? words(row.chosenValue) : null,
    closed ? sourceWord(row.chosenSource) : null,
    row.reason,
    row.answeredBy,
    row.answeredAt?.toISOString() ?? null,
  ];
}
