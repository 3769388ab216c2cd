import { expect, it } from "vitest";
import { readTable } from "./read-table";
import { tableResponse } from "./table-response";

const table = {
  name: "corvane-risks",
  title: "Risks",
  header: ["code", "title", "score"],
  rows: [
    ["R-001", "=1+1", 12],
    ["R-002", "Plain", null],
  ],
};

it("is CSV by default, with nothing a spreadsheet would run, and unknown in words", async () => {
  const response = await tableResponse(new Request("http://wavegate.example/export.csv"), table);
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="corvane-risks.csv"');
  const text = await response.text();
  expect(text).toContain("'=1+1");
  expect(text).toContain("R-002,Plain,unknown");
});

it("is a workbook when asked, and reads back to the same table", async () => {
  const response = await tableResponse(new Request("http://wavegate.example/export.csv?as=xlsx"), table);
  expect(response.headers.get("content-disposition")).toContain("corvane-risks.xlsx");
  const file = await readTable(new Uint8Array(await response.arrayBuffer()));
  expect(file.tables[0]?.sheet.rows.map(({ cells }) => cells)).toEqual([
    ["R-001", "=1+1", "12"],
    ["R-002", "Plain", "unknown"],
  ]);
});
