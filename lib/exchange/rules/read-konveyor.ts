import type { Problem, ReadRow } from "../model/reading";
import { type Cells, missing, quoted, rowOf, saidBy, statedFacts } from "./cells";
import { uniqueByKey } from "./read-cell";

/**
 * Rows of a Konveyor inventory: record type 1 is an application, 2 says that one depends on another. `southbound`: the
 * row's application depends on its Dependency; `northbound`: the reverse. Konveyor knows an application by its name.
 */
export function readKonveyor(all: readonly Cells[], source: string): ReadRow[] {
  const ends = endsOf(all[0]?.columns ?? {});
  return all.map((cells) => {
    switch (cells.values.record_type) {
      case "1":
        return application(cells, source);
      case "2":
        return dependency(cells, ends);
      default:
        return rowOf(cells, "workload", {}, { problems: [...cells.problems, unknownType(cells)] });
    }
  });
}

type Columns = Readonly<Record<string, string>>;

/** The heads of the two ends, for either direction; made once for a table. */
function endsOf(columns: Columns): { southbound: Columns; northbound: Columns } {
  const name = columns.name ?? "Application name";
  const other = columns.dependency ?? "Dependency";
  return {
    southbound: { ...columns, dependent: name, needed: other },
    northbound: { ...columns, dependent: other, needed: name },
  };
}

function application(cells: Cells, source: string): ReadRow {
  const { name, description, business_service, business_owner, technical_owner } = cells.values;
  const tags = cells.tags.length > 0 ? uniqueByKey(cells.tags) : undefined;
  const facts = statedFacts({ name, description, business_service, business_owner, technical_owner, tags });
  const absent = name === undefined && cells.problems.length === 0;
  const problems = absent ? [missing(cells.columns, "name", "Application name")] : cells.problems;
  return rowOf(cells, "workload", facts, { problems, said: saidBy(source, undefined, name) });
}

function dependency(cells: Cells, ends: ReturnType<typeof endsOf>): ReadRow {
  const { name, dependency: other, dependency_direction: direction } = cells.values;
  const word = String(direction ?? "").toLowerCase();
  const north = word === "northbound";
  const problems: Problem[] = [];
  if (name === undefined) problems.push(missing(cells.columns, "name", "Application name"));
  if (other === undefined) problems.push(missing(cells.columns, "dependency", "Dependency"));
  if (word !== "southbound" && !north) problems.push(unknownDirection(cells));
  const facts = statedFacts(north ? { dependent: other, needed: name } : { dependent: name, needed: other });
  return rowOf(cells, "dependency", facts, {
    columns: north ? ends.northbound : ends.southbound,
    problems: problems.length === 0 ? cells.problems : [...cells.problems, ...problems],
  });
}

function unknownType(cells: Cells): Problem {
  const found = cells.values.record_type;
  return {
    column: cells.columns.record_type ?? "Record Type 1",
    found: found === undefined ? "an empty cell" : quoted(String(found)),
    expected: "1 for an application, or 2 for a dependency",
    fix: "Write 1 or 2.",
  };
}

function unknownDirection(cells: Cells): Problem {
  const found = cells.values.dependency_direction;
  return {
    column: cells.columns.dependency_direction ?? "Dependency Direction",
    found: found === undefined ? "an empty cell" : quoted(String(found)),
    expected: "southbound (the application depends on the Dependency) or northbound (the reverse)",
    fix: "Write southbound or northbound.",
  };
}
