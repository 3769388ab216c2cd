import { Missing } from "@/components/ui/missing";
import { Heads, Tbl } from "@/components/ui/table";
import { ENTITY_LABELS } from "@/lib/exchange/labels";
import type { Entity, Problem, Value } from "@/lib/exchange/model/reading";
import type { PreviewShow, RowView } from "@/lib/exchange/model/view";
import { valueWords } from "@/lib/questions/rules/value-words";

/** The rows of one outcome, each with what matters about it. */
export function PreviewRows({ show, rows }: { show: PreviewShow; rows: readonly RowView[] }) {
  switch (show) {
    case "refused":
      return <ProblemTable rows={rows} />;
    case "update":
      return <ChangeTable rows={rows} />;
    case "create":
      return <FactTable rows={rows} />;
    case "unchanged":
      return <PlainTable rows={rows} />;
    case "questions":
      return <QuestionTable rows={rows} />;
  }
}

/** Refused rows: where, what was found, what was expected, what to do. */
export function ProblemTable({
  rows,
}: {
  rows: readonly { row: number; subject?: string; problems: readonly Problem[] }[];
}) {
  return (
    <Tbl caption="Refused rows" stack="cards">
      <Heads
        of={[
          ["Row and column", { width: "18%" }],
          ["Found", { width: "18%" }],
          "Expected",
          ["What to do", { width: "34%" }],
        ]}
      />
      <tbody>
        {rows.flatMap(({ row, problems }) =>
          problems.map((problem, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the problems of a row keep their order
            <tr key={`${row} ${at}`}>
              <th scope="row">
                Row {row}, {problem.column}
              </th>
              <td data-l="Found: ">{problem.found}</td>
              <td data-l="Expected: ">{problem.expected}</td>
              <td>{problem.fix}</td>
            </tr>
          )),
        )}
      </tbody>
    </Tbl>
  );
}

/** Where sources disagree: the present value stands, somebody is asked. */
function QuestionTable({ rows }: { rows: readonly RowView[] }) {
  return (
    <Tbl caption="Questions that the file raises" stack="plain">
      <Heads of={["Subject", "Field", "Stands", "The file says"]} />
      <tbody>
        {rows.flatMap((row) =>
          (row.questions ?? []).map((question, at) => (
            <tr key={`${row.row} ${row.subject} ${question.field}`}>
              <th scope="row">
                <Subject row={row} first={at === 0} />
              </th>
              <td>{withoutUnit(question.label)}</td>
              <td data-l="Stands: ">
                {question.present === null ? (
                  <Missing>not known</Missing>
                ) : (
                  wordsOf(row.entity, question.field, question.present)
                )}{" "}
                <span className="sub soft">{question.presentSource ?? "a person"}</span>
              </td>
              <td data-l="The file says: ">{wordsOf(row.entity, question.field, question.stated)}</td>
            </tr>
          )),
        )}
      </tbody>
    </Tbl>
  );
}

/** A value in the words of its fact, with its unit. */
function wordsOf(entity: Entity, field: string, value: Value): string {
  return valueWords(entity === "asset" ? "asset" : "workload", field, value).replaceAll("_", " ");
}

/** The unit that a column is asked for in; a value says its own. */
function withoutUnit(label: string): string {
  return label.replace(/ \((?:GB|MB|TB)\)$/u, "");
}

function ChangeTable({ rows }: { rows: readonly RowView[] }) {
  return (
    <Tbl caption="Changed rows, field by field" stack="plain">
      <Heads of={["Subject", "Field", "Now", "After the import"]} />
      <tbody>
        {rows.flatMap((row) =>
          row.changes.map((change, at) => (
            <tr key={`${row.table} ${row.row} ${row.entity} ${change.field}`}>
              <th scope="row">
                <Subject row={row} first={at === 0} />
              </th>
              <td>{withoutUnit(change.label)}</td>
              <td data-l="Now: ">
                {change.from === null ? (
                  <Missing>not known</Missing>
                ) : (
                  <del className="mute">{change.from}</del>
                )}
              </td>
              <td data-l="After: ">
                <ins style={{ textDecoration: "none", fontWeight: 600 }}>{change.to}</ins>
                {change.why === undefined ? null : <span className="sub soft">{change.why}</span>}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </Tbl>
  );
}

function FactTable({ rows }: { rows: readonly RowView[] }) {
  return (
    <Tbl caption="New rows" stack="cards">
      <Heads of={[["Subject", { width: "28%" }], "What the file says"]} />
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.table} ${row.row} ${row.entity} ${row.subject}`}>
            <th scope="row">
              {row.subject} <Where row={row} />
            </th>
            <td>
              <FactList row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

const LINKS: ReadonlySet<Entity> = new Set(["dependency", "external-link", "membership"]);
const NAMED = new Set(["name", "title", "workload", "dependent", "needed"]);

function FactList({ row }: { row: RowView }) {
  const facts = row.changes.filter((change) => !NAMED.has(change.field));
  if (facts.length === 0)
    return (
      <Missing>{LINKS.has(row.entity) ? "nothing but the link itself" : "nothing but its name"}</Missing>
    );
  return (
    <>
      {facts.map((fact, at) => (
        <span key={fact.field}>
          {at === 0 ? "" : " · "}
          <span className="mute">{withoutUnit(fact.label)}</span> {fact.to}
        </span>
      ))}
    </>
  );
}

function PlainTable({ rows }: { rows: readonly RowView[] }) {
  return (
    <Tbl caption="Unchanged rows" stack="plain">
      <Heads of={["Subject", "What it is", ["Row", "r"]]} />
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.table} ${row.row} ${row.entity} ${row.subject}`}>
            <th scope="row">{row.subject}</th>
            <td>{ENTITY_LABELS[row.entity].one}</td>
            <td className="r" data-l="Row ">
              {row.row}
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

/** Whom a line is about; said once to the eye, and on every line to who listens. */
function Subject({ row, first }: { row: RowView; first: boolean }) {
  if (!first) return <span className="vh">{row.subject}</span>;
  return (
    <>
      {row.subject} <Where row={row} />
    </>
  );
}

function Where({ row }: { row: RowView }) {
  return (
    <span className="sub soft">
      {ENTITY_LABELS[row.entity].one}, row {row.row}
      {row.table === "" ? "" : ` of ${row.table}`}
      {(row.notes ?? []).map((note) => ` · ${note}`)}
    </span>
  );
}
