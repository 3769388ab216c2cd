import "server-only";
import type * as z from "zod";
import { defineCommand } from "@/lib/command/define-command";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { drillFacts } from "../adapters/drill-facts";
import { type DrillAnswer, readDrill } from "../rules/drill-times";
import { recordDrillInput } from "../schema";

/** Notes a drill of a workload and what was measured. It is never changed: a false record is withdrawn. */
export const recordDrill = defineCommand({
  permission: "recovery:write",
  input: recordDrillInput,
  lock: "shared",
  async run(tx, ctx, input) {
    const { programId, userId, programZone } = ctx.actor;
    const workload = await tx.workload.findFirst({
      where: { id: input.workloadId, programId },
      select: { id: true, name: true },
    });
    if (workload === null) throw notFound("workload");
    const answer = timesOf(input, programZone, ctx.now);
    const { kind } = input;
    if (kind === undefined || !answer.ok) {
      const asked: Record<string, string> = kind === undefined ? { kind: "Choose what was rehearsed." } : {};
      const fields = { ...asked, ...(answer.ok ? {} : answer.fields) };
      throw new AppError("INVALID", Object.values(fields).join(" "), { fields });
    }
    const drill = {
      id: newId(ctx.now),
      kind,
      ...answer.times,
      findings: input.findings,
    };
    await tx.drill.create({
      data: { ...drill, programId, workloadId: workload.id, recordedById: userId, recordedAt: ctx.now },
      select: { id: true },
    });
    const subject = { type: "workload", id: workload.id, label: workload.name };
    return {
      value: { drillId: drill.id, workloadId: workload.id, name: workload.name },
      events: [{ action: "drill.recorded", subject, after: drillFacts(drill) }],
    };
  },
});

function timesOf(input: z.output<typeof recordDrillInput>, programZone: string, now: Date): DrillAnswer {
  return readDrill(
    {
      zone: input.zone || programZone,
      declared: { local: input.declaredLocal, fold: input.declaredFold },
      usable: { local: input.usableLocal, fold: input.usableFold },
      notReached: input.notReached,
      lastGood: { local: input.lastGoodLocal, fold: input.lastGoodFold },
      notMeasured: input.notMeasured,
    },
    now,
  );
}
