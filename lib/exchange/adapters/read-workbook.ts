import "server-only";
import { AppError } from "@/lib/kernel/errors";
import { MAX_CELLS } from "../model/limits";
import type { Table, TableFile } from "../model/sheet";
import { type CellBudget, makeCollector } from "../rules/collect-rows";
import type { NumberKind } from "../rules/number-formats";
import { type CellNotes, sheetListener } from "../rules/sheet-listener";
import {
  type Relation,
  relationsListener,
  sharedTextListener,
  stylesListener,
  type WorkbookEntry,
  workbookListener,
} from "../rules/workbook-parts";
import { makeXmlReader, type XmlListener } from "../rules/xml-stream";
import { damaged, openZip, type Zip } from "./open-zip";

type Shared = { texts: string[]; kinds: NumberKind[]; from1904: boolean; budget: CellBudget };

/**
 * Reads the sheets of a workbook (XLSX) as text, part by part, in memory that grows with the cells that hold something.
 *
 * Written here although hucre, which writes our workbooks, reads them too: its reader makes a dense rectangle and refuses
 * sheets that claim a million rows and hold nine; its row stream forgets formulas, errors and hidden sheets, takes XML
 * that is cut off for whole, and scans a long tag anew with every piece. Neither can be told how much to unpack.
 * @throws AppError INVALID in words; nothing else, whatever the bytes are
 */
export async function readWorkbook(bytes: Uint8Array): Promise<TableFile> {
  const zip = openZip(bytes);
  const path = await workbookPath(zip);
  const workbook: WorkbookEntry = { sheets: [], from1904: false };
  await readPart(zip, path, workbookListener(workbook));
  const relations = await relationsOf(zip, path);
  const shared: Shared = { texts: [], kinds: [], from1904: workbook.from1904, budget: { left: MAX_CELLS } };
  await readOptional(zip, path, relations, "sharedStrings", sharedTextListener(shared.texts));
  await readOptional(zip, path, relations, "styles", stylesListener(shared.kinds));
  const tables: Table[] = [];
  const emptySheets: string[] = [];
  for (const { name, relation, hidden } of workbook.sheets) {
    const target = relations.find((one) => one.id === relation);
    if (target === undefined) throw damaged(`its sheet “${name}” is missing`);
    if (target.type !== "worksheet") continue;
    const table = await readSheet(zip, resolved(path, target.target), name, shared);
    if (table === null) emptySheets.push(name);
    else tables.push({ ...table, name, hidden });
  }
  if (tables.length === 0)
    throw new AppError(
      "INVALID",
      "The workbook is empty: there is no header and no row on any of its sheets.",
    );
  return { kind: "xlsx", tables, emptySheets };
}

async function workbookPath(zip: Zip): Promise<string> {
  const relations: Relation[] = [];
  await readPart(zip, "_rels/.rels", relationsListener(relations));
  const target = relations.find((one) => one.type === "officeDocument")?.target;
  if (target === undefined) throw damaged("it does not say where its sheets are");
  return resolved("", target);
}

async function relationsOf(zip: Zip, path: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  const cut = path.lastIndexOf("/") + 1;
  await readPart(zip, `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`, relationsListener(relations));
  return relations;
}

async function readOptional(
  zip: Zip,
  path: string,
  relations: readonly Relation[],
  type: string,
  listener: XmlListener,
): Promise<void> {
  const target = relations.find((one) => one.type === type)?.target;
  if (target !== undefined) await readPart(zip, resolved(path, target), listener);
}

async function readSheet(
  zip: Zip,
  part: string,
  name: string,
  { texts, kinds, from1904, budget }: Shared,
): Promise<Omit<Table, "name" | "hidden"> | null> {
  const notes: CellNotes = { formulasWithoutValue: 0, errorCells: 0 };
  const collector = makeCollector(name, budget);
  await readPart(zip, part, sheetListener({ name, texts, kinds, from1904, take: collector.take }, notes));
  const sheet = collector.finish();
  return sheet === null ? null : { sheet: { ...sheet, encoding: null, delimiter: null }, ...notes };
}

async function readPart(zip: Zip, part: string, listener: XmlListener): Promise<void> {
  const reader = makeXmlReader(part, listener);
  const decoder = new TextDecoder();
  for await (const piece of zip.pieces(part)) reader.write(decoder.decode(piece, { stream: true }));
  reader.write(decoder.decode());
  reader.end();
}

/** The name of a part that another refers to: from the root, or from beside the one that refers. */
function resolved(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts = from.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
