import "server-only";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import { formatMoment } from "@/lib/kernel/moments";
import type { PackContent } from "../schema";

/** Proposals to live with a risk that no executive has decided, whoever may; the one that ends first at the top. */
export function undecidedAcceptances(actor: Actor, now: Date): Promise<PackContent["decisions"]> {
  return withActor(actor, async (tx) => {
    const rows = await tx.riskAcceptance.findMany({
      where: {
        programId: actor.programId,
        decision: null,
        withdrawnAt: null,
        expiresAt: { gt: now },
        risk: { status: "open" },
      },
      orderBy: [{ expiresAt: "asc" }, { id: "asc" }],
      select: { expiresAt: true, reason: true, risk: { select: { code: true, title: true } } },
    });
    return rows.map(({ expiresAt, reason, risk }) => ({
      what: `Accept ${risk.code}, ${risk.title}: ${reason}`,
      due: formatMoment(expiresAt, actor.programZone),
      waiting: "Until somebody decides, it stands above appetite, and the gates that it concerns stay shut.",
    }));
  });
}
