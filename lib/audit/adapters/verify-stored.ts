import "server-only";
import type { ChainVerdict, SignatureCheck } from "../rules/verify-chain";
import { openVerification } from "../rules/verify-chain";
import { type RunSql, readChain, readCheckpoints } from "./chain-reader";
import type { Witness } from "./witness-file";

export type StoredChain = { run: RunSql; chain: string; witness: Witness; checkSignature: SignatureCheck };

/**
 * Verifies a chain as the database holds it, in the memory of one page of events. The witness must have been read
 * before: what it names was committed then, so nothing that is written meanwhile can look like a cut.
 */
export async function verifyStored({
  run,
  chain,
  witness,
  checkSignature,
}: StoredChain): Promise<ChainVerdict> {
  const verification = openVerification({
    chain,
    witness: witness.lines.filter((line) => line.chain === chain),
    checkpoints: await readCheckpoints(run, chain),
    checkSignature,
  });
  for await (const event of readChain(run, chain)) {
    if (verification.add(event) !== null) break;
  }
  return verification.close();
}
