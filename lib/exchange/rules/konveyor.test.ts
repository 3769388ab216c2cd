import { describe, expect, it } from "vitest";
import { planFixture, planText } from "@/prisma/testing/planning";
import type { Plan } from "../model/plan";

describe("the files of Konveyor", () => {
  it("refuses a header that is of no format, in words", async () => {
    const { book } = await planFixture("konveyor/invalid_column_schema.csv");
    const { problem } = book;
    expect(problem).toContain("Found: “Application Name”, “Description” and “Comments”");
    expect(problem).toContain("Expected the columns of one of these");
  });

  it("names the row that came first where a name occurs twice", async () => {
    expect((await planOf("app_name_with_spaces.csv")).rows[1]).toMatchObject({
      row: 3,
      problems: [
        { column: "Application Name", found: "“Import-app-7”", expected: expect.stringContaining("row 2") },
      ],
    });
  });

  it("says which cell misses the name", async () => {
    expect((await planOf("missing_application_name.csv")).rows[0]).toMatchObject({
      row: 2,
      problems: [{ column: "Application Name", found: "an empty cell", expected: "the application name" }],
    });
  });

  it("skips and counts the empty row", async () => {
    const plan = await planOf("mandatory_and_empty_rows.csv");
    expect([plan.blankRows, plan.rows.map((row) => row.row)]).toEqual([1, [2, 4]]);
  });

  it("reads facts, tags, owners and directions", async () => {
    const { rows } = await planOf("applications-and-dependencies.csv");
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

  it("reads the older heads of tags", async () => {
    expect((await planOf("valid_application_rows.csv")).rows[0]?.sets).toMatchObject({
      business_service: "Finance and HR",
      tags: ["Database: DB2", "Language: COBOL", "Data Center: Paris (FR)"],
    });
  });

  it("turns northbound around, and refuses an unknown direction or record type", async () => {
    const head = "Record Type 1,Application Name,Dependency,Dependency Direction\n1,A\n1,B\n";
    const { plan } = await planText(
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

async function planOf(name: string): Promise<Plan> {
  return (await planFixture(`konveyor/${name}`)).plan;
}
