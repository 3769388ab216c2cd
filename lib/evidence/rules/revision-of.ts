import type { Content, Revision } from "../model";
import { validityOf } from "./validity";

/** The columns of a revision as they are stored; the last day as `YYYY-MM-DD`. */
export type RevisionColumns = {
  number: number;
  kind: string;
  fileName: string | null;
  mediaType: string | null;
  bytes: number | null;
  sha256: string | null;
  url: string | null;
  note: string;
  validUntil: string | null;
  addedAt: Date;
};

/** A revision judged on a day; `by` null: who added it is no member any more. */
export function revisionOf(row: RevisionColumns, by: string | null, today: string): Revision {
  const { number, note, validUntil, addedAt } = row;
  return {
    number,
    content: contentOf(row),
    note,
    validUntil,
    validity: validityOf(validUntil, today),
    by: by ?? "A former member",
    addedAt,
  };
}

function contentOf({ url, fileName, mediaType, bytes, sha256 }: RevisionColumns): Content {
  if (url !== null) return { kind: "link", url };
  // the database holds no file without these
  if (fileName === null || mediaType === null || bytes === null || sha256 === null)
    throw new Error("a revision is a file or a link");
  return { kind: "file", fileName, mediaType, bytes, sha256 };
}
