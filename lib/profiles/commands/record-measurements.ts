import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { METRICS, type MeasurementFacts } from "../model";
import { recordMeasurementsInput } from "../schema";
import { applyMeasurements } from "./apply-measurements";

/** Records the figures of one day and one source for a workload; a metric without a figure stays unknown. */
export const recordMeasurements = defineCommand({
  permission: "workload:write",
  input: recordMeasurementsInput,
  lock: "shared",
  async run(tx, ctx, { workloadId, measuredOn, source, note, currency, values }) {
    const measured = METRICS.flatMap((metric): MeasurementFacts[] => {
      const value = values[metric] ?? null;
      const unit = metric === "cost_per_month" ? currency : "";
      return value === null ? [] : [{ workloadId, metric, value, unit, measuredOn, source, note }];
    });
    const { ids, events } = await applyMeasurements(tx, ctx, measured);
    return { value: { ids }, events: eventList(events) };
  },
});
