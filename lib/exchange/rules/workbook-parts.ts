import { AppError } from "@/lib/kernel/errors";
import { MAX_CELL, MAX_CELLS } from "../model/limits";
import { kindOfBuiltin, kindOfCode, type NumberKind } from "./number-formats";
import { attribute, type XmlListener } from "./xml-stream";

const MAX_SHEETS = 250;
const MAX_STYLES = 70_000;
/** Characters of all texts that cells share, in memory at once. */
const MAX_TEXT = 200_000_000;

export type SheetEntry = { name: string; relation: string; hidden: boolean };
export type WorkbookEntry = { sheets: SheetEntry[]; from1904: boolean };
export type Relation = { id: string; type: string; target: string };

const silent = { close() {}, wantsText: () => false, text() {} };

/** Which part stands behind which id (`*.rels`). */
export function relationsListener(relations: Relation[]): XmlListener {
  return {
    ...silent,
    open(name, attributes) {
      if (name !== "Relationship" || attribute(attributes, "TargetMode") === "External") return;
      const id = attribute(attributes, "Id");
      const target = attribute(attributes, "Target");
      const type = attribute(attributes, "Type")?.split("/").at(-1);
      if (id !== null && target !== null && type !== undefined) relations.push({ id, type, target });
    },
  };
}

/** The sheets of a workbook in order, and whether its days count from 1904 (`workbook.xml`). */
export function workbookListener(workbook: WorkbookEntry): XmlListener {
  return {
    ...silent,
    open(name, attributes) {
      if (name === "workbookPr")
        workbook.from1904 = /^(?:1|true)$/u.test(attribute(attributes, "date1904") ?? "");
      if (name !== "sheet") return;
      const relation = attribute(attributes, "id");
      if (relation === null) return;
      const state = attribute(attributes, "state") ?? "visible";
      const title = attribute(attributes, "name") ?? `Sheet ${workbook.sheets.length + 1}`;
      workbook.sheets.push({
        name: title.slice(0, 100).replace(/\p{Surrogate}/gu, ""),
        relation,
        hidden: state !== "visible",
      });
      if (workbook.sheets.length > MAX_SHEETS)
        throw new AppError("INVALID", `The workbook has more than ${MAX_SHEETS} sheets. Split it.`);
    },
  };
}

/** The kind of number behind each style index (`styles.xml`). */
export function stylesListener(kinds: NumberKind[]): XmlListener {
  const codes = new Map<string, NumberKind>();
  let inCells = false;
  return {
    ...silent,
    open(name, attributes) {
      if (name === "cellXfs") inCells = true;
      else if (name === "numFmt" && codes.size < MAX_STYLES)
        codes.set(
          attribute(attributes, "numFmtId") ?? "",
          kindOfCode(attribute(attributes, "formatCode") ?? ""),
        );
      else if (name === "xf" && inCells && kinds.length < MAX_STYLES) {
        const id = attribute(attributes, "numFmtId") ?? "0";
        kinds.push(codes.get(id) ?? kindOfBuiltin(Number(id)));
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  };
}

/** The texts that cells share (`sharedStrings.xml`), rich text joined, readings of Asian signs left out. */
export function sharedTextListener(texts: string[]): XmlListener {
  let text = "";
  let total = 0;
  let wanted = false;
  let inReading = false;
  return {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") inReading = true;
      else if (name === "t") wanted = !inReading;
    },
    close(name) {
      if (name === "t") wanted = false;
      else if (name === "rPh") inReading = false;
      else if (name === "si") {
        total += text.length;
        if (texts.length >= MAX_CELLS || total > MAX_TEXT)
          throw new AppError("INVALID", "The workbook holds too much text. Leave out columns, or split it.");
        texts.push(unescaped(text).trim());
      }
    },
    wantsText: () => wanted,
    text(piece) {
      text = lengthened(text, piece);
    },
  };
}

/** Adds to the text of a cell and refuses what no cell can hold. */
export function lengthened(text: string, piece: string): string {
  if (text.length + piece.length > MAX_CELL * 2)
    throw new AppError("INVALID", "The workbook has a cell of more than 100,000 characters.");
  return text + piece;
}

/** Signs that XML does not allow stand in workbooks as `_x000D_`; NUL and half signs, which no text may hold, go. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll("\u0000", "")
    .replace(/\p{Surrogate}/gu, "");
}
