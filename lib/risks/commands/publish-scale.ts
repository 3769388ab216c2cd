import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import type { JsonRecord } from "@/lib/kernel/canonical-json";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { countApart } from "../adapters/scale-effect";
import { loadScales } from "../adapters/scale-rows";
import { SCORE_LEVEL_LABELS } from "../labels";
import type { RiskScale } from "../model/scale";
import { apartOf } from "../rules/scale-effect";
import { scaleBlockers, scaleInUse } from "../rules/scales";
import { publishScaleInput } from "../schema";

/**
 * Publishes the next version of the scale. Scores that were given in an older one keep their numbers and are counted apart
 * until somebody scores those risks again. Gates rely on scores: it is published under the exclusive lock.
 */
export const publishScale = defineCommand({
  permission: "risk:configure",
  input: publishScaleInput,
  lock: "exclusive",
  async run(tx, ctx, { content, version, apart, reason }) {
    const { programId, userId } = ctx.actor;
    const scales = await loadScales(tx, programId);
    const before = scaleInUse(scales);
    requireVersion(before, version);
    refuseIfAny(scaleBlockers(content, scales));
    const now = apartOf(await countApart(tx, programId, ctx.now));
    if (now !== apart) {
      const seen = `${now} scores would be counted apart by now, not ${apart}.`;
      throw new AppError("INVALID", `${seen} Look at the page again, then publish.`);
    }
    const after: RiskScale = { ...content, version: before.version + 1 };
    const id = newId(ctx.now);
    await tx.riskScale.create({
      data: {
        id,
        programId,
        version: after.version,
        content: { likelihood: [...after.likelihood], impact: [...after.impact], matrix: [...after.matrix] },
        reason,
        publishedAt: ctx.now,
        publishedById: userId,
      },
      select: { id: true },
    });
    return {
      value: { version: after.version },
      events: [
        {
          action: "risk-scale.published",
          subject: { type: "risk-scale", id, label: `Scale ${after.version}` },
          note: reason,
          before: scaleWords(before),
          after: { ...scaleWords(after), scoresCountedApart: apart },
        },
      ],
    };
  },
});

/** A scale as the audit trail says it. */
export function scaleWords({ version, likelihood, impact, matrix }: RiskScale): JsonRecord {
  return {
    version,
    likelihood: likelihood.map(({ name, meaning }) => `${name}: ${meaning}`).join("; "),
    impact: impact.map(({ name, meaning }) => `${name}: ${meaning}`).join("; "),
    matrix: matrix.map((level) => SCORE_LEVEL_LABELS[level]).join(", "),
  };
}
