import { createHash } from "node:crypto";
import { headKey } from "./formats";

/** SHA-256 of a header, to find again how such a table was understood; blank columns at its end do not matter. */
export function headDigest(header: readonly string[]): string {
  const keys = header.map(headKey);
  while (keys.at(-1) === "") keys.pop();
  return createHash("sha256").update(JSON.stringify(keys)).digest("hex");
}
