import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { dateIn } from "@/lib/kernel/time";
import { lockWorkloads, subjectOf } from "../adapters/profile-workloads";
import { METRIC_LABELS } from "../labels";
import type { MeasurementFacts } from "../model";
import { metricWord } from "../rules/metric-words";

/**
 * Appends what was measured; nothing that was measured is ever changed. One event a figure.
 * @throws NOT_FOUND for a workload that is not there, INVALID for a day that lies ahead.
 */
export async function applyMeasurements(
  tx: Tx,
  ctx: CommandContext,
  measured: readonly MeasurementFacts[],
): Promise<{ ids: string[]; events: AuditEventInput[] }> {
  const today = dateIn(ctx.actor.programZone, ctx.now);
  if (measured.some(({ measuredOn }) => measuredOn > today)) {
    const message = "What was measured cannot lie in the future.";
    throw new AppError("INVALID", message, { fields: { measuredOn: message } });
  }
  const workloads = await lockWorkloads(
    tx,
    measured.map(({ workloadId }) => workloadId),
  );
  const rows = measured.map((facts) => ({ ...facts, id: newId(ctx.now) }));
  await tx.$executeRaw`
    INSERT INTO "Measurement" (id, "programId", "workloadId", metric, value, unit, "measuredOn", source, note,
      "recordedById", "createdAt")
    SELECT r.id, ${ctx.actor.programId}::uuid, r."workloadId", r.metric, r.value, r.unit, r."measuredOn", r.source, r.note,
      ${ctx.actor.userId}::uuid, ${ctx.now}
    FROM jsonb_populate_recordset(NULL::"Measurement", ${JSON.stringify(rows)}::jsonb) r`;
  const events = rows.map((row): AuditEventInput => {
    const { metric, value, unit, measuredOn, source, note } = row;
    return {
      action: "measurement.recorded",
      subject: subjectOf(workloads, row.workloadId),
      after: {
        metric: METRIC_LABELS[metric],
        value: metricWord(metric, value, unit),
        measuredOn,
        source,
        note,
      },
    };
  });
  return { ids: rows.map((row) => row.id), events };
}
