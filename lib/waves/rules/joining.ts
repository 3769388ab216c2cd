import type { Violation } from "@/lib/kernel/violations";
import type { WaveState } from "../model/states";
import { joiningBlockers, leavingBlockers } from "./changes";

type Wave = { id: string; number: number; name: string; state: WaveState };
/** A workload that is to join a wave, with the wave it is in. */
export type Candidate = { id: string; name: string; wave: Wave | null };

/** Why these workloads may not join: a workload is in one wave, and leaves it only by an explicit move. */
export function joiningWorkloadBlockers(
  wave: Wave,
  joining: readonly Candidate[],
  move: boolean,
): Violation[] {
  return [
    ...joiningBlockers(wave),
    ...joining.flatMap((candidate) =>
      candidate.wave === null ? [] : elsewhere(candidate, candidate.wave, move),
    ),
  ];
}

/** Those that are in a wave, by that wave. */
export function byWave(candidates: readonly Candidate[]): { wave: Wave; members: Candidate[] }[] {
  const groups = new Map<string, { wave: Wave; members: Candidate[] }>();
  for (const candidate of candidates) {
    if (candidate.wave === null) continue;
    const group = groups.get(candidate.wave.id) ?? { wave: candidate.wave, members: [] };
    group.members.push(candidate);
    groups.set(candidate.wave.id, group);
  }
  return [...groups.values()];
}

function elsewhere(candidate: Candidate, from: Wave, move: boolean): Violation[] {
  const subject = { type: "workload", id: candidate.id, label: candidate.name };
  const stuck = leavingBlockers(from);
  if (stuck.length > 0) {
    return stuck.map(({ code, message }) => ({ code, message: `${candidate.name}: ${message}`, subject }));
  }
  if (move) return [];
  const message = `${candidate.name} is in wave ${from.number}, ${from.name}. Move it, or leave it out.`;
  return [{ code: "in-another-wave", message, subject }];
}
