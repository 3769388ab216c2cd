import "server-only";
import { type RunSql, readChain, readCheckpoints } from "../adapters/chain-reader";
import { signingKey } from "../adapters/signing-key";
import type { Checkpoint } from "../model";
import { checkpointLine, eventLine, headerLine } from "../rules/export-format";

/**
 * The lines of an export: header, every event up to the one the fresh checkpoint signs, the checkpoints kept so far, and
 * the fresh one at the end. A stream that breaks off lacks its end, and the verifier refuses it.
 */
export async function* exportLines(run: RunSql, program: string, fresh: Checkpoint): AsyncGenerator<string> {
  const { keyId, publicKey } = signingKey();
  yield headerLine({ chain: fresh.chain, program, exportedAt: fresh.signedAt, keyId, publicKey });
  for await (const event of readChain(run, fresh.chain, fresh.seq)) yield eventLine(event);
  for (const checkpoint of await readCheckpoints(run, fresh.chain)) {
    if (checkpoint.seq <= fresh.seq && checkpoint.signature !== fresh.signature)
      yield checkpointLine(checkpoint);
  }
  yield checkpointLine(fresh);
}
