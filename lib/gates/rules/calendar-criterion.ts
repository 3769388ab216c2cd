import { keepsOut } from "@/lib/calendar/rules/open-freezes";
import { formatMoment } from "@/lib/kernel/moments";
import { counted, listed } from "@/lib/kernel/text";
import type { FreezeFact, GateFacts } from "../model/facts";
import type { Finding } from "../model/judged";

/** The window meets no freeze but those that an executive has excepted; one that is over stands in nobody's way. */
export function outsideFreezes({ wave, freezes }: GateFacts, now: Date): Finding {
  if (freezes === null || wave.windowStartAt === null) {
    return {
      result: "unknown",
      finding: "The wave has no window yet that could be held against the calendar.",
      subjects: [],
    };
  }
  const open = freezes.filter((one) => keepsOut(one, one.exception !== null, now));
  const excepted = freezes.filter(({ exception }) => exception !== null);
  if (open.length > 0) {
    const finding = `The window meets ${counted(open.length, "freeze")} without an exception: ${listed(open.map(named))}.`;
    return { result: "not_met", finding, subjects: open.map(periodSubject) };
  }
  if (excepted.length === 0) return { result: "met", finding: "The window meets no freeze.", subjects: [] };
  const words = excepted.map((one) => `${named(one)}: ${one.exception ?? ""}`);
  return {
    result: "met",
    finding: `The window meets ${counted(excepted.length, "freeze")} that an executive has excepted; ${listed(words)}`,
    subjects: excepted.map(periodSubject),
  };

  function named({ title, scope, startAt }: FreezeFact): string {
    return `${title} (${scope}, from ${formatMoment(startAt, wave.zone ?? "UTC")})`;
  }
}

function periodSubject({ periodId, title }: FreezeFact) {
  return { type: "period", id: periodId, label: title };
}
