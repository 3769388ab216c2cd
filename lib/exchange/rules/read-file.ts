import type { FormatName, Mapping, ReadRow, Sheet } from "../model";
import { defaultMapping, mappingProblems, recogniseFormat, unrecognisedHeader } from "./formats";
import { readRows } from "./read-rows";

/** A file in the words of its format, or why it cannot be read so. */
export type ReadFile = {
  sheet: Sheet;
  format: FormatName | null;
  mapping: Mapping;
  rows: readonly ReadRow[];
  /** In words; null when the rows could be read. */
  problem: string | null;
};

/**
 * Understands a sheet: by the format chosen or the one its header bears, and by the mapping given or the one its heads
 * suggest.
 */
export function readFile(sheet: Sheet, chosen: FormatName | null, given: Mapping | null): ReadFile {
  const format = chosen ?? recogniseFormat(sheet.header);
  if (format === null) {
    const mapping = sheet.header.map(() => null);
    return { sheet, format, mapping, rows: [], problem: unrecognisedHeader(sheet.header) };
  }
  const mapping = given ?? defaultMapping(format, sheet.header);
  const problems = mappingProblems(format, mapping);
  if (problems.length > 0) return { sheet, format, mapping, rows: [], problem: problems.join(" ") };
  return { sheet, format, mapping, rows: readRows(format, sheet, mapping), problem: null };
}
