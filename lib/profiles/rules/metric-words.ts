import { formatMinutes } from "@/lib/kernel/minutes";
import { METRIC_UNITS } from "../labels";
import type { Metric } from "../model";

/** A figure with its unit as a person reads it: "4 h", "99.95 %", "12,400 a minute", "EUR 3,200 a month". */
export function metricWord(metric: Metric, value: string, unit = ""): string {
  if (metric === "rpo_minutes" || metric === "rto_minutes") {
    const minutes = Number(value);
    return Number.isInteger(minutes) ? formatMinutes(minutes) : `${plainNumber(value)} min`;
  }
  if (metric === "cost_per_month") return `${unit} ${plainNumber(value)} a month`.trim();
  return `${plainNumber(value)} ${METRIC_UNITS[metric]}`;
}

/** A decimal without needless zeros, thousands parted: "1,240.5". */
export function plainNumber(value: string): string {
  const [whole = "0", decimals = ""] = value.split(".");
  const kept = decimals.replace(/0+$/u, "");
  return whole.replace(/\B(?=(\d{3})+(?!\d))/gu, ",") + (kept === "" ? "" : `.${kept}`);
}
