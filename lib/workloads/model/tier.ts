import type { Minutes } from "@/lib/kernel/minutes";

/** A class of service of the program with its targets. */
export type TierView = {
  id: string;
  version: number;
  name: string;
  rank: number;
  rtoMinutes: Minutes | null;
  rpoMinutes: Minutes | null;
  /** Percent, as text with its decimals: "99.9". */
  availability: string | null;
  drillIntervalDays: number | null;
  workloads: number;
};
