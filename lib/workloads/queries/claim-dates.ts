import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireEstate } from "@/lib/access/reads-estate";
import { withActor } from "@/lib/db/transaction";
import { isId } from "@/lib/kernel/new-id";
import { type ClaimDates, claimDates } from "../rules/origins";

/** When each source last stated each fact of a workload, and how many questions about it are open. Not for partners. */
export function getStandingOf(
  actor: Actor,
  workloadId: string,
): Promise<{ dates: ClaimDates; openQuestions: number }> {
  requireEstate(actor, "workload");
  if (!isId(workloadId)) return Promise.resolve({ dates: {}, openQuestions: 0 });
  return withActor(actor, async (tx) => {
    const claims = await tx.claim.findMany({
      where: { workloadId },
      select: { source: true, facts: true },
    });
    const openQuestions = await tx.factQuestion.count({ where: { workloadId, state: "open" } });
    return { dates: claimDates(claims), openQuestions };
  });
}
