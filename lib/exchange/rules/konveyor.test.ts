import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCsv } from "../adapters/read-csv";
import type { Plan, Snapshot } from "../model";
import { planImport } from "./plan-import";
import { readFile } from "./read-file";

const NOTHING: Snapshot = { workloads: [], dependencies: [], risks: [], targets: [], tiers: [], domains: [] };

describe("the files of Konveyor", () => {
  it.each([
    ["app_name_with_spaces.csv", { create: 1, update: 0, unchanged: 0, refused: 1 }],
    ["applications-and-dependencies.csv", { create: 5, update: 0, unchanged: 0, refused: 0 }],
    ["mandatory_and_empty_rows.csv", { create: 2, update: 0, unchanged: 0, refused: 0 }],
    ["missing_application_name.csv", { create: 0, update: 0, unchanged: 0, refused: 1 }],
    ["sample-applications.csv", { create: 5, update: 0, unchanged: 0, refused: 0 }],
    ["valid_application_rows.csv", { create: 2, update: 0, unchanged: 0, refused: 0 }],
  ])("%s", (name, counts) => {
    expect(planOf(name).counts).toEqual(counts);
  });

  it("refuses a header that is of no format, in words", () => {
    const { problem } = read("invalid_column_schema.csv");
    expect(problem).toContain("Found: “Application Name”, “Description” and “Comments”");
    expect(problem).toContain("Expected the columns of one of these");
  });

  it("names the row that came first where a name occurs twice", () => {
    expect(planOf("app_name_with_spaces.csv").rows[1]).toMatchObject({
      row: 3,
      problems: [
        { column: "Application Name", found: "“Import-app-7”", expected: expect.stringContaining("row 2") },
      ],
    });
  });

  it("says which cell misses the name", () => {
    expect(planOf("missing_application_name.csv").rows[0]).toMatchObject({
      row: 2,
      problems: [{ column: "Application Name", found: "an empty cell", expected: "the application name" }],
    });
  });

  it("skips and counts the empty row", () => {
    const plan = planOf("mandatory_and_empty_rows.csv");
    expect([plan.blankRows, plan.rows.map((row) => row.row)]).toEqual([1, [2, 4]]);
  });

  it("reads facts, tags, owners and directions", () => {
    const { rows } = planOf("applications-and-dependencies.csv");
    expect(rows[0]).toMatchObject({
      subject: "Customers",
      emails: { "John Doe": "jdoe@example.com" },
      sets: {
        name: "Customers",
        description: "Legacy Customers management service",
        business_service: "Retail",
        business_owner: "John Doe",
        tags: ["Operating System: RHEL 8", "Database: Oracle", "Language: Java", "Runtime: Tomcat"],
      },
    });
    expect(rows.slice(3).map((row) => row.subject)).toEqual(["Gateway → Inventory", "Gateway → Customers"]);
  });

  it("reads the older heads of tags", () => {
    expect(planOf("valid_application_rows.csv").rows[0]?.sets).toMatchObject({
      business_service: "Finance and HR",
      tags: ["Database: DB2", "Language: COBOL", "Data Center: Paris (FR)"],
    });
  });

  it("turns northbound around, and refuses an unknown direction or record type", () => {
    const head = "Record Type 1,Application Name,Dependency,Dependency Direction\n1,A\n1,B\n";
    const plan = planText(
      `${head}2,A,B,northbound\n2,A,B,sideways\n3,C\n2,A,,southbound\n2,A,Gone,southbound\n`,
    );
    expect(plan.rows.map((row) => row.outcome)).toEqual([
      "create",
      "create",
      "create",
      "refused",
      "refused",
      "refused",
      "refused",
    ]);
    expect(plan.rows[2]?.subject).toBe("B → A");
    expect(plan.rows.slice(3).map((row) => row.problems[0]?.column)).toEqual([
      "Dependency Direction",
      "Record Type 1",
      "Dependency",
      "Dependency",
    ]);
  });
});

function planOf(name: string): Plan {
  return plan(read(name));
}

function planText(text: string): Plan {
  return plan(readFile(readCsv(new TextEncoder().encode(text)), null, null));
}

function plan(file: ReturnType<typeof readFile>): Plan {
  if (file.format === null || file.problem !== null) throw new Error(file.problem ?? "no format");
  return planImport(file.format, file.rows, NOTHING, file.sheet.blankRows);
}

function read(name: string) {
  return readFile(
    readCsv(readFileSync(new URL(`../../../e2e/fixtures/konveyor/${name}`, import.meta.url))),
    null,
    null,
  );
}
