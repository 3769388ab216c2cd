import "server-only";
import type { Actor } from "@/lib/access/model";
import type { WitnessLine } from "../model";
import { checkpointAfter } from "./sign-checkpoint";
import { witnessHeads } from "./witness-file";

/**
 * What vouches for a commit from outside: the witness file, and a signed checkpoint where a reason is given. The write
 * stands already, so a failure here is reported on standard error as one JSON line and does not turn it into a failure.
 */
export async function vouchFor(
  heads: readonly WitnessLine[],
  checkpoint?: { actor: Actor; reason: string },
): Promise<void> {
  await reported("audit.witness-failed", heads, () => witnessHeads(heads));
  if (checkpoint === undefined) return;
  await reported("audit.checkpoint-failed", heads, () =>
    checkpointAfter(checkpoint.actor, checkpoint.reason),
  );
}

async function reported(
  event: string,
  heads: readonly WitnessLine[],
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = { level: "error", event, at: new Date().toISOString(), heads, message };
    process.stderr.write(`${JSON.stringify(line)}\n`);
  }
}
