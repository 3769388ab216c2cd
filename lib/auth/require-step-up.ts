import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import type { StepUpProof } from "./model";

/**
 * How the actor proved themselves in this session within the last five minutes, asked of the database in the transaction
 * that signs. Whoever comes by a browser must have; the command line and the demo story have no session and nobody in front
 * of one: null.
 * @throws BLOCKED when the proof is missing or too old.
 */
export async function requireStepUp(tx: Tx, actor: Actor): Promise<StepUpProof | null> {
  if (actor.via !== "browser") return null;
  const [row] = await tx.$queryRaw<{ by: StepUpProof | null }[]>`
    SELECT wavegate_stepped_up(${actor.sessionId}::uuid) AS by`;
  if (row?.by) return row.by;
  const message = "Enter your password again: that counts for five minutes. Nothing was signed.";
  throw new AppError("BLOCKED", message, {
    violations: [{ code: "step-up", message }],
    fields: { password: "Enter your password." },
  });
}
