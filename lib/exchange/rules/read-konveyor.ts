import type { Problem, ReadRow } from "../model";
import { type Cells, missing, quoted } from "./cells";
import { uniqueByKey } from "./read-cell";

/**
 * One row of a Konveyor inventory: record type 1 is an application, 2 says that one depends on another. `southbound`: the
 * row's application depends on its Dependency; `northbound`: the reverse.
 */
export function readKonveyorRow(cells: Cells): ReadRow {
  switch (cells.values.record_type) {
    case "1":
      return application(cells);
    case "2":
      return dependency(cells);
    default:
      return rowOf(cells, "workload", {}, [unknownType(cells)]);
  }
}

function application(cells: Cells): ReadRow {
  const { name, description, business_service, business_owner, technical_owner } = cells.values;
  const stated = { name, description, business_service, business_owner, technical_owner };
  const tags = uniqueByKey(cells.tags);
  const facts = { ...stated, ...(tags.length > 0 ? { tags } : {}) };
  return rowOf(
    cells,
    "workload",
    facts,
    name === undefined ? [missing(cells.columns, "name", "Application name")] : [],
  );
}

function dependency(cells: Cells): ReadRow {
  const { name, dependency: other, dependency_direction: direction } = cells.values;
  const problems: Problem[] = [];
  if (name === undefined) problems.push(missing(cells.columns, "name", "Application name"));
  if (other === undefined) problems.push(missing(cells.columns, "dependency", "Dependency"));
  const word = String(direction ?? "").toLowerCase();
  if (word !== "southbound" && word !== "northbound") problems.push(unknownDirection(cells));
  const [dependent, needed] = word === "northbound" ? [other, name] : [name, other];
  const columns = {
    ...cells.columns,
    dependent: cells.columns[word === "northbound" ? "dependency" : "name"] ?? "Application name",
    needed: cells.columns[word === "northbound" ? "name" : "dependency"] ?? "Dependency",
  };
  return rowOf({ ...cells, columns }, "dependency", { dependent, needed }, problems);
}

function rowOf(
  cells: Cells,
  entity: ReadRow["entity"],
  facts: Record<string, ReadRow["facts"][string] | undefined>,
  problems: readonly Problem[],
): ReadRow {
  const stated: Record<string, ReadRow["facts"][string]> = {};
  for (const [field, value] of Object.entries(facts)) if (value !== undefined) stated[field] = value;
  const { row, emails, columns } = cells;
  return { row, entity, facts: stated, emails, columns, problems: [...cells.problems, ...problems] };
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
