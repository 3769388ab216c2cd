import { readFileSync } from "node:fs";
import { type CellValue, streamXlsxRows } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { numberText } from "../rules/number-formats";
import { readWorkbook } from "./read-workbook";

const FILES = [
  "rvtools/rvtools-example1.xlsx",
  "azure-migrate/discovery-report.xlsx",
  "aws-cmf/test_valid.xlsx",
  "aws-cmf/test_invalid.xlsx",
];

/** A value as another reader gives it, in the words of ours. */
function words(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace("T00:00:00", "");
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? numberText(value) : value.trim();
}

async function peerRows(bytes: Uint8Array, sheet: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { values } of streamXlsxRows(bytes, { sheet })) {
    const cells = values.map(words);
    while (cells.at(-1) === "") cells.pop();
    if (cells.length > 0) rows.push(cells);
  }
  return rows;
}

describe("readWorkbook beside another reader", () => {
  it.each(FILES)("reads the same cells of %s", { timeout: 30_000 }, async (path) => {
    const bytes = new Uint8Array(readFileSync(`e2e/fixtures/${path}`));
    const { tables } = await readWorkbook(bytes);
    for (const { name, sheet } of tables) {
      const ours = [sheet.header, ...sheet.rows.map(({ cells }) => cells)];
      expect(ours).toEqual(await peerRows(bytes, name));
    }
  });
});
