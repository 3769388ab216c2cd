import { formatMinutes } from "@/lib/kernel/minutes";
import { formatClock, formatDay, zoneAbbreviation } from "@/lib/kernel/moments";
import { listed } from "@/lib/kernel/text";
import { acceptanceInForce } from "@/lib/risks/rules/acceptance";
import { appetiteStanding } from "@/lib/risks/rules/appetite";
import { scoreOf } from "@/lib/risks/rules/scores";
import type { GateFacts, RiskFact } from "../model/facts";

/** One sentence a signer agrees to; `strong` is the part that counts. Unknown is said, never left out. */
export type AgreedSentence = { before: string; strong: string; after: string };

/** What a signer agrees to, in at most five sentences, all from the facts that the snapshot freezes. */
export function agreement(facts: GateFacts, zone: string, now: Date): AgreedSentence[] {
  return [away(facts, zone), noticed(facts), wayBack(facts, zone), promised(facts), limits(facts, now)];
}

/** The last instant at which going back still ends inside the window; null while window or duration is unknown. */
export function lastMomentToGoBack({ wave }: Pick<GateFacts, "wave">): Date | null {
  if (wave.windowEndAt === null || wave.rollbackMinutes === null) return null;
  return new Date(wave.windowEndAt.getTime() - wave.rollbackMinutes * 60_000);
}

/** The longest promised recovery time and point of the wave's workloads; null when one of them is unknown. */
export function promisedRecovery({ workloads }: Pick<GateFacts, "workloads">): {
  rto: number | null;
  rpo: number | null;
} {
  return {
    rto: longest(workloads.map((one) => one.rtoMinutes)),
    rpo: longest(workloads.map((one) => one.rpoMinutes)),
  };
}

/** "Sat 16 Jan 2027 from 15:00 to 23:00 EST"; the end's day too when it is another. */
export function windowInWords(startAt: Date, endAt: Date, zone: string): string {
  const [startDay, endDay] = [formatDay(startAt, zone), formatDay(endAt, zone)];
  const end = startDay === endDay ? formatClock(endAt, zone) : `${formatClock(endAt, zone)} on ${endDay}`;
  return `${startDay} from ${formatClock(startAt, zone)} to ${end} ${zoneAbbreviation(startAt, zone)}`;
}

function away({ wave, workloads }: GateFacts, zone: string): AgreedSentence {
  const names =
    workloads.length === 0
      ? "No services yet"
      : listed(
          workloads.map((one) => one.name),
          4,
        );
  if (wave.windowStartAt === null || wave.windowEndAt === null) {
    return { before: `${names}: when they are away `, strong: "is not settled", after: "." };
  }
  const when = windowInWords(wave.windowStartAt, wave.windowEndAt, zone);
  return {
    before: `${names} may be `,
    strong: `offline on ${when}`,
    after: zone === wave.zone ? "." : ", your time.",
  };
}

function noticed({ wave }: GateFacts): AgreedSentence {
  if (wave.impact === "")
    return { before: "What people will notice ", strong: "has not been written down", after: "." };
  return { before: `${wave.impact.replace(/\.$/, "")}.`, strong: "", after: "" };
}

function wayBack(facts: GateFacts, zone: string): AgreedSentence {
  const { wave } = facts;
  if (wave.rollback === "")
    return { before: "The way back ", strong: "has not been written down", after: "." };
  const last = lastMomentToGoBack(facts);
  const way = wave.rollback.replace(/\.$/, "");
  if (last === null)
    return { before: `If it goes wrong: ${way}; how long that takes `, strong: "is unknown", after: "." };
  const moment = `${formatDay(last, zone)}, ${formatClock(last, zone)}`;
  return {
    before: `If it goes wrong: ${way}. The last moment to decide that is `,
    strong: moment,
    after: ".",
  };
}

function promised(facts: GateFacts): AgreedSentence {
  const { rto, rpo } = promisedRecovery(facts);
  if (rto === null || rpo === null) {
    return {
      before: "How fast every service is back and how much is lost ",
      strong: "is not promised for all of them",
      after: ".",
    };
  }
  return {
    before: "If a service fails it is promised back ",
    strong: `within ${formatMinutes(rto)}, with at most ${formatMinutes(rpo)} of entries lost`,
    after: "; this is a promise, and what drills have proven of it stands under Recovery.",
  };
}

/** What an executive has accepted stands above the limit all the same, and is told as accepted. */
function limits({ risks }: GateFacts, now: Date): AgreedSentence {
  const standing = (one: RiskFact) => appetiteStanding(scoreOf(one), one.appetite, false, one.older);
  const above = risks.filter((one) => standing(one) === "above");
  if (above.length > 0) {
    return {
      before: "These risks stand above the agreed limit: ",
      strong: listed(
        above.map((one) => {
          const by = acceptanceInForce(one.acceptances, scoreOf(one), now)?.acceptedBy;
          return `${one.code} ${one.title}${by === undefined ? "" : ` (accepted by ${by})`}`;
        }),
        3,
      ),
      after: ".",
    };
  }
  const unscored = risks.filter((one) => standing(one) === "unknown");
  if (unscored.length > 0) {
    return {
      before: "",
      strong: `${unscored.length} of ${risks.length} open risks cannot be held against an agreed limit`,
      after: ".",
    };
  }
  return {
    before:
      risks.length === 0
        ? "No open risk is recorded for this move"
        : "No open risk stands above the agreed limit",
    strong: "",
    after: ".",
  };
}

function longest(minutes: readonly (number | null)[]): number | null {
  if (minutes.length === 0) return null;
  return minutes.reduce<number | null>(
    (most, one) => (most === null || one === null ? null : Math.max(most, one)),
    0,
  );
}
