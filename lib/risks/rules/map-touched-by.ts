import { APART, touchedUnless } from "@/lib/audit/rules/touched-unless";

/** Families of events that say nothing of how risks stand. */
const ELSEWHERE = [
  ...APART,
  ...[
    "recovery-target",
    "gate",
    "checklist",
    "dependency",
    "drill",
    "tier",
    "user",
    "member",
    "process",
    "risk.control",
  ],
];

/** Whether the maps of risks may be others after an event. */
export const mapTouchedBy = touchedUnless({
  elsewhere: [...ELSEWHERE, "person", "risk.action"],
  workload: [],
});

/** Whether the counts and the lines of open risks may be others: they name people, and count actions. */
export const linesTouchedBy = touchedUnless({ elsewhere: ELSEWHERE, workload: [] });
