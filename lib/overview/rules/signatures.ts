import type { GateSummary } from "@/lib/gates/model/judged";
import { asksReader } from "@/lib/gates/rules/asks-reader";
import { listed } from "@/lib/kernel/text";
import type { WaveSummary } from "@/lib/waves/model/wave";

/** Gates that wait for a person, and by wave number who signed at go/no-go what has changed since. */
export type Signatures = { due: number; stale: ReadonlyMap<number, string> };

/** Counts what waits and names what is stale, over the open gates as one person sees them. */
export function signaturesOf(gates: readonly GateSummary[]): Signatures {
  const due = gates.filter(asksReader).length;
  const stale = new Map<number, string>();
  for (const { kind, waveNumber, seats } of gates) {
    if (kind !== "go_no_go") continue;
    const names = seats.filter((seat) => seat.state === "stale").map((seat) => seat.name ?? seat.capacity);
    if (names.length > 0) stale.set(waveNumber, listed(names));
  }
  return { due, stale };
}

/** A wave whose signatures have gone stale is at risk at best; what is worse already keeps its reason. */
export function withSignatures(waves: readonly WaveSummary[], { stale }: Signatures): WaveSummary[] {
  return waves.map((wave) => {
    const names = stale.get(wave.number);
    if (names === undefined || wave.health?.level !== "on_track") return wave;
    const reason = `what ${names} signed has changed since`;
    return { ...wave, health: { level: "at_risk", reason, href: "/gate" } };
  });
}
