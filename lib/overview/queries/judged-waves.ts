import "server-only";
import type { Actor } from "@/lib/access/model";
import { listSignableGates } from "@/lib/gates/queries/waiting-signatures";
import type { WaveSummary } from "@/lib/waves/model/wave";
import { listWaves } from "@/lib/waves/queries/list-waves";
import { signaturesOf, withSignatures } from "../rules/signatures";

/** Every wave with its health, stale signatures counted in: what pages show. */
export async function listJudgedWaves(actor: Actor, now: Date): Promise<WaveSummary[]> {
  const [waves, gates] = await Promise.all([listWaves(actor, now), listSignableGates(actor, now)]);
  return withSignatures(waves, signaturesOf(gates));
}
