import type { CriterionTemplate, SeatTemplate } from "@/lib/gates/model/template";
import { builtInTemplate } from "@/lib/gates/rules/built-in-templates";
import type { GateKind, WaveKind } from "@/lib/waves/model/states";
import type { PlaybookGate, SetContent } from "../model";

/** Something that a person attests, in the words of the playbook. */
export function asked(key: string, group: string, title: string, meaning: string): CriterionTemplate {
  return { key, group, title, meaning, source: "attested" };
}

type Said = { why: string; seats: readonly SeatTemplate[]; more: readonly CriterionTemplate[] };

/** Wavegate's own criteria for the kinds, with those of the playbook; demanded, and signed by everybody who has a seat. */
export function gate(waveKind: WaveKind, kind: GateKind, { why, seats, more }: Said): PlaybookGate {
  const own = builtInTemplate(waveKind, kind);
  const content = { demanded: true, quorum: seats.length, seats, criteria: [...own.criteria, ...more] };
  return { waveKind, kind, content, why };
}

/** The gate with what a set asks besides. */
export function asking(one: PlaybookGate, added: SetContent["criteria"]): PlaybookGate {
  const more = added.filter(({ waveKind, kind }) => waveKind === one.waveKind && kind === one.kind);
  const criteria = [...one.content.criteria, ...more.flatMap((set) => set.criteria)];
  return { ...one, content: { ...one.content, criteria } };
}
