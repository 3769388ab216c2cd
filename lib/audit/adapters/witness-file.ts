import "server-only";
import { createReadStream } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import * as z from "zod";
import type { WitnessLine } from "../model";
import { openLineWriter } from "./line-writer";
import { signingKeyPath } from "./signing-key";

const witnessLine = z.object({
  chain: z.string(),
  seq: z.number().int().positive(),
  hash: z.string().length(64),
  at: z.string(),
});

/** What the witness file holds; `present` is false when there is no file, which vouches for nothing. */
export type Witness = { present: boolean; lines: WitnessLine[]; unreadable: number };

const writers = new Map<string, ReturnType<typeof openLineWriter>>();

/** Where the witness is kept: beside the signing key, outside the database. */
export function witnessPath(): string {
  return path.join(path.dirname(signingKeyPath()), "audit-witness.jsonl");
}

/**
 * Notes chain heads after their commit, one JSON line each; resolves once they are written. Heads that come while a write
 * is under way are written together by the next one.
 */
export function witnessHeads(heads: readonly WitnessLine[]): Promise<void> {
  const file = witnessPath();
  const writer = writers.get(file) ?? openLineWriter(file);
  writers.set(file, writer);
  return writer(heads.map((head) => `${JSON.stringify(head)}\n`).join(""));
}

/** Reads what was noted, of one chain or of all. A line that a crash tore is counted, not trusted. */
export async function readWitness(chain?: string): Promise<Witness> {
  const witness: Witness = { present: true, lines: [], unreadable: 0 };
  try {
    const reader = createInterface({ input: createReadStream(witnessPath(), "utf8"), crlfDelay: Infinity });
    for await (const text of reader) {
      if (text === "") continue;
      const line = parsedLine(text);
      if (line === null) witness.unreadable += 1;
      else if (chain === undefined || line.chain === chain) witness.lines.push(line);
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    witness.present = false;
  }
  return witness;
}

function parsedLine(text: string): WitnessLine | null {
  try {
    return witnessLine.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
