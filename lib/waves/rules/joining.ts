import type { Violation } from "@/lib/kernel/violations";
import type { WaveState } from "../model";
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
