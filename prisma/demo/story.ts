import type { Call } from "@/lib/command/define-command";
import type { CalendarDate } from "@/lib/kernel/time";
import type { DemoProgram } from "./found-demo";

/** What every chapter of the story works with. */
export type Story = DemoProgram & {
  demoDay: CalendarDate;
  workload: (name: string) => string;
  /** A call by somebody at a time that lies in the past; recorded now, as brought in by the demo story. */
  back: (name: string, days: number, time?: string) => Call;
  /** A call by somebody now. */
  now: (name: string) => Call;
};
