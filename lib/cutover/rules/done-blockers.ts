import { listed } from "@/lib/kernel/text";
import type { Subject, Violation } from "@/lib/kernel/violations";
import { WAVE_STATE_LABELS } from "@/lib/waves/labels";
import type { WaveState } from "@/lib/waves/model/states";
import type { ChecklistState, DueOffset } from "../model";
import { phaseOf } from "./offset";

/** What decides whether an item may be said to be done. */
export type DoneFacts = {
  subject: Subject;
  /** Who it is for; "" when nobody is named by duty. */
  duty: string;
  ownerId: string | null;
  needsEvidence: boolean;
  offset: DueOffset | null;
  /** How many pieces of evidence are attached. */
  evidence: number;
  comesAfter: readonly { title: string; state: ChecklistState }[];
  waveState: WaveState;
};

/** Why an item cannot be done now, in words; the page shows them and the command refuses by them. */
export function doneBlockers(facts: DoneFacts): Violation[] {
  const { subject, duty, ownerId, needsEvidence, evidence } = facts;
  const found: Violation[] = [];
  const add = (code: string, message: string) => found.push({ code, message, subject });
  const open = facts.comesAfter.filter(({ state }) => state === "open").map(({ title }) => `“${title}”`);
  const failed = facts.comesAfter.filter(({ state }) => state === "failed").map(({ title }) => `“${title}”`);
  if (failed.length > 0) add("waits", `It waits for ${listed(failed)}, which failed.`);
  if (open.length > 0)
    add("waits", `It waits for ${listed(open)}, which ${open.length === 1 ? "is" : "are"} open.`);
  const state = waitsForState(facts);
  if (state !== null) add("wave-state", state);
  if (duty !== "" && ownerId === null) add("no-owner", `Nobody owns it yet. It is for: ${duty}.`);
  if (needsEvidence && evidence === 0) add("no-evidence", "It needs evidence, and none is attached.");
  return found;
}

function waitsForState({ offset, waveState }: DoneFacts): string | null {
  const now = WAVE_STATE_LABELS[waveState].toLowerCase();
  switch (phaseOf(offset)) {
    case "before":
    case "countdown":
      return null;
    case "during":
      return DURING.includes(waveState) ? null : `It is done during the cutover; the wave is ${now}.`;
    case "after":
      return AFTER.includes(waveState)
        ? null
        : `It is done after the cutover, in hypercare; the wave is ${now}.`;
  }
}

const DURING: readonly WaveState[] = ["cutting_over", "hypercare", "closed"];
const AFTER: readonly WaveState[] = ["hypercare", "closed"];
