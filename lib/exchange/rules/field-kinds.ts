/** How the text of a cell is read, and how two values are compared. */
export type FieldKind =
  | { type: "text"; max: number }
  | { type: "choice"; of: readonly string[]; also?: Readonly<Record<string, string>> }
  | { type: "minutes" }
  | { type: "integer"; min: number; max: number; unit?: string }
  /** An amount of memory or disk: `given` is the unit of a bare number, `kept` the one it is kept in. */
  | { type: "size"; given: "MB" | "GB"; kept: "MB" | "GB"; max?: number }
  | { type: "boolean" }
  | { type: "date" }
  | { type: "zone" }
  /** `words`: of the scale that every program begins with. */
  | { type: "level"; of: "likelihood" | "impact"; words: readonly string[] }
  /** `max`: characters of an entry; `most`: entries. */
  | { type: "list"; max?: number; most?: number }
  | { type: "addresses" }
  | { type: "person" }
  | { type: "tag-category" }
  | { type: "tag" };

/**
 * A field that a column may fill. `also`: other heads that mean it. `many`: several columns may fill it. `key`: what the
 * fact is called where it is kept, for facts of workloads and assets that sources state.
 */
export type Field = {
  name: string;
  label: string;
  kind: FieldKind;
  required?: boolean;
  many?: boolean;
  also?: readonly string[];
  key?: string;
};

export const NAME: FieldKind = { type: "text", max: 200 };
export const SHORT: FieldKind = { type: "text", max: 200 };
export const LONG: FieldKind = { type: "text", max: 4000 };
