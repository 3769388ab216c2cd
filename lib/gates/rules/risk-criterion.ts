import { formatClock, formatDate } from "@/lib/kernel/moments";
import { counted, listed } from "@/lib/kernel/text";
import { dateIn } from "@/lib/kernel/time";
import type { Subject } from "@/lib/kernel/violations";
import { acceptanceInForce } from "@/lib/risks/rules/acceptance";
import { appetiteStanding, appetiteVerdict } from "@/lib/risks/rules/appetite";
import { scoreOf } from "@/lib/risks/rules/scores";
import type { AcceptanceFact, GateFacts, RiskFact } from "../model/facts";
import type { Finding } from "../model/judged";

/**
 * No open risk above the appetite of its domain but those that an executive has accepted at `now`. Where no risk was ever
 * recorded nobody knows whether anybody looked.
 */
export function risksWithin({ risks: open, closedRisks }: GateFacts, now: Date): Finding {
  if (open.length === 0 && closedRisks === 0)
    return { result: "unknown", finding: NOBODY_LOOKED, subjects: [] };
  const judged = open.map((risk) => judge(risk, now));
  const above = judged.flatMap(({ risk, standing }) => (standing === "above" ? [risk] : []));
  const unjudged = judged.flatMap(({ risk, standing }) => (standing === "unknown" ? [risk] : []));
  const result = appetiteVerdict({ above: above.length, unknown: unjudged.length });
  switch (result) {
    case "not_met": {
      const finding = `${counted(above.length, "open risk")} above appetite: ${listed(above.map(scored))}.`;
      return { result, finding, subjects: above.map(riskSubject) };
    }
    case "unknown": {
      const lacks = unjudged.some((risk) => risk.older)
        ? "without a score in the scale in use, or without an appetite to hold it against"
        : "without a score or without an appetite to hold it against";
      const finding = `${counted(unjudged.length, "open risk")} ${lacks}: ${listed(unjudged.map((risk) => risk.code))}.`;
      return { result, finding, subjects: unjudged.map(riskSubject) };
    }
    case "met":
      return { result, ...passing(judged) };
  }
}

const NOBODY_LOOKED =
  "No risk is recorded for this wave or its workloads: nobody has looked, or nobody wrote it down.";

type Judged = ReturnType<typeof judge>;

function judge(risk: RiskFact, now: Date) {
  const score = scoreOf(risk);
  const acceptance = acceptanceInForce(risk.acceptances, score, now);
  return {
    risk,
    acceptance,
    standing: appetiteStanding(score, risk.appetite, acceptance !== null, risk.older),
  };
}

function passing(judged: readonly Judged[]): Pick<Finding, "finding" | "subjects"> {
  const accepted = judged.filter(({ standing }) => standing === "accepted");
  const open = counted(judged.length, "open risk");
  if (accepted.length === 0) return { finding: `${open}, none above appetite.`, subjects: [] };
  const words = accepted.map(({ risk, acceptance }) => acceptedWords(risk, acceptance));
  return { finding: `${open}; ${listed(words)}.`, subjects: accepted.map(({ risk }) => riskSubject(risk)) };
}

/** "R-012 stands at 16, appetite 9, accepted by Marta Okafor until 3 Dec 2026, 18:00" */
function acceptedWords(risk: RiskFact, acceptance: AcceptanceFact | null): string {
  if (acceptance === null) return scored(risk);
  const { acceptedBy, expiresAt, zone } = acceptance;
  const until = `${formatDate(dateIn(zone, expiresAt))}, ${formatClock(expiresAt, zone)}`;
  return `${scored(risk)}, accepted by ${acceptedBy} until ${until}`;
}

function scored(risk: RiskFact): string {
  return `${risk.code} stands at ${scoreOf(risk)}, appetite ${risk.appetite}`;
}

function riskSubject(risk: RiskFact): Subject {
  return { type: "risk", id: risk.code, label: `${risk.code} ${risk.title}` };
}
