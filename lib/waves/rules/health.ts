import { formatDayShort } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import { GATE_KIND_LABELS, WAVE_STATE_LABELS } from "../labels";
import { BEFORE_CUTOVER, FINISHED, GATE_KINDS, type GateKind, type WaveState } from "../model/states";
import type { HealthLevel, WaveHealth } from "../model/wave";
import { guardsFrom } from "./guards";

/** What a wave's health is judged on. Null is unknown and never makes it better. */
export type WaveHealthFacts = {
  state: WaveState;
  attempt: number;
  lead: string | null;
  window: { startAt: Date; endAt: Date; zone: string } | null;
  workloads: number;
  withoutOwner: number;
  withoutTarget: number;
  failedItems: number;
  /** Open risks of the wave or of its workloads. */
  risks: {
    above: number;
    /** The worst of those above the appetite of their domain. */
    worst: { code: string; score: number; appetite: number } | null;
    /** Without a score, or in no domain, or in one without an appetite. */
    unknown: number;
  };
  /** Links on which a workload of the wave hangs while the other end moves later; unknown hardness counts as hard. */
  hardLinksToLater: number;
  /** The open gates of this attempt. */
  gates: readonly GateSigned[];
};

/** Signatures of a gate; `signed` counts approvals that were given. */
export type GateSigned = {
  kind: GateKind;
  closesAt: Date | null;
  signed: number;
  quorum: number;
  declined: number;
};

const GATE_CLOSES_SOON_HOURS = 72;

/**
 * The health of a wave with its reason: off track before unknown before at risk before on track.
 * Null for a wave that is closed or cancelled: health no longer applies.
 */
export function waveHealth(facts: WaveHealthFacts, now: Date): WaveHealth | null {
  if (FINISHED.includes(facts.state)) return null;
  const found = offTrack(facts, now) ?? unknown(facts) ?? atRisk(facts, now);
  return found ?? { level: "on_track", reason: onTrack(facts), href: "" };
}

/** From best to worst. What is unknown scores as the worst. */
export const HEALTH_RANK: Record<HealthLevel, number> = { on_track: 0, at_risk: 1, off_track: 2, unknown: 3 };

function offTrack(facts: WaveHealthFacts, now: Date): WaveHealth | null {
  const { window, state } = facts;
  if (state === "rolled_back")
    return health("off_track", `attempt ${facts.attempt} was rolled back`, "?tab=history");
  if (window !== null && now >= window.endAt && BEFORE_CUTOVER.includes(state)) {
    const ended = formatDayShort(window.endAt, window.zone);
    const reason = `the window ended ${ended} and the wave is still ${WAVE_STATE_LABELS[state].toLowerCase()}`;
    return health("off_track", reason, "/window");
  }
  if (window !== null && now >= window.endAt && state === "cutting_over") {
    return health("off_track", "the window is over and the wave is still cutting over", "");
  }
  if (facts.failedItems === 0) return null;
  const items = counted(facts.failedItems, "checklist item");
  return health("off_track", `${items} failed`, "?tab=checklist");
}

function unknown(facts: WaveHealthFacts): WaveHealth | null {
  const { workloads, withoutOwner, withoutTarget, risks } = facts;
  if (workloads === 0) return health("unknown", "it has no workloads yet", "?tab=workloads");
  if (facts.window === null) return health("unknown", "it has no window yet", "/window");
  if (facts.lead === null) return health("unknown", "nobody leads it yet", "/edit");
  if (withoutOwner > 0) {
    return health(
      "unknown",
      `${counted(withoutOwner, "workload has", "workloads have")} no owner`,
      "?tab=workloads",
    );
  }
  if (withoutTarget > 0) {
    const lacking = counted(withoutTarget, "workload has", "workloads have");
    return health("unknown", `${lacking} no recovery target`, "?tab=workloads");
  }
  if (risks.unknown === 0) return null;
  const lacking = counted(risks.unknown, "open risk has", "open risks have");
  return health("unknown", `${lacking} no score or no appetite to hold it against`, "?tab=risks");
}

function atRisk(facts: WaveHealthFacts, now: Date): WaveHealth | null {
  const { risks, hardLinksToLater: links } = facts;
  if (risks.above > 0) return health("at_risk", riskReason(risks), "?tab=risks");
  if (links > 0 && facts.state !== "hypercare") {
    return health(
      "at_risk",
      `${counted(links, "hard link leads", "hard links lead")} to a later wave`,
      "?tab=dependencies",
    );
  }
  return declinedGate(facts) ?? unsignedGate(facts, now);
}

function riskReason({ above, worst }: WaveHealthFacts["risks"]): string {
  if (worst === null || above > 1) return `${counted(above, "risk stands", "risks stand")} above appetite`;
  return `${worst.code} stands at ${worst.score}, appetite is ${worst.appetite}`;
}

/** An emergency gate stands in for go/no-go, but overrules nobody who declined it. */
function declinedGate({ gates, state }: WaveHealthFacts): WaveHealth | null {
  const declined = asked(gates, state).find((gate) => gate.declined > 0);
  if (declined === undefined) return null;
  const { kind } = declined;
  return health("at_risk", `the ${GATE_KIND_LABELS[kind].toLowerCase()} gate was declined`, placeOf(kind));
}

function unsignedGate({ gates, state }: WaveHealthFacts, now: Date): WaveHealth | null {
  const all = asked(gates, state);
  const inHaste = all.some(({ kind }) => kind === "emergency");
  for (const { kind, closesAt, quorum, signed } of all) {
    const missing = quorum - signed;
    if (closesAt === null || missing <= 0 || (inHaste && kind === "go_no_go")) continue;
    const hours = (closesAt.getTime() - now.getTime()) / 3_600_000;
    if (hours > GATE_CLOSES_SOON_HOURS) continue;
    const signatures = counted(missing, "signature", "signatures");
    const gate = kind === "go_no_go" ? "the gate" : `the ${GATE_KIND_LABELS[kind].toLowerCase()} gate`;
    const reason =
      hours < 0
        ? `${gate} closed with ${signatures} missing`
        : `${gate} closes soon and ${signatures} ${missing === 1 ? "is" : "are"} missing`;
    return health("at_risk", reason, placeOf(kind));
  }
  return null;
}

/** The gates that guard the next step, and before the cutover those that guard it, in the order of the steps. */
function asked(gates: readonly GateSigned[], state: WaveState): GateSigned[] {
  const from = BEFORE_CUTOVER.includes(state) ? [state, guardsFrom("go_no_go")] : [state];
  return GATE_KINDS.filter((kind) => from.includes(guardsFrom(kind))).flatMap((kind) =>
    gates.filter((gate) => gate.kind === kind),
  );
}

function placeOf(kind: GateKind): string {
  return kind === "go_no_go" ? "/gate" : `/gate?kind=${kind}`;
}

function onTrack({ state }: WaveHealthFacts): string {
  return state === "hypercare" || state === "cutting_over"
    ? "nothing stands against it"
    : "owners, targets, risks and links are in order";
}

function health(level: HealthLevel, reason: string, href: string): WaveHealth {
  return { level, reason, href };
}
