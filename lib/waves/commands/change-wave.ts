import "server-only";
import type * as z from "zod";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import type { Json } from "@/lib/kernel/canonical-json";
import { AppError, type ConflictingChange, refuseIfAny } from "@/lib/kernel/errors";
import { formatMinutes } from "@/lib/kernel/minutes";
import { WAVE_KIND_LABELS } from "../labels";
import { type LoadedWave, requirePersonName, requireWave } from "../queries/load-wave";
import { changeBlockers } from "../rules/changes";
import { waveSubject } from "../rules/transitions";
import { changeWaveInput } from "../schema";
import { requireNumberFree } from "./create-wave";

type Input = z.output<typeof changeWaveInput>;
type Words = Record<string, Json>;

/** Changes what is given of a wave's facts; its window, workloads and state have commands of their own. */
export const changeWave = defineCommand({
  permission: "wave:plan",
  input: changeWaveInput,
  lock: "shared",
  async run(tx, ctx, input) {
    const wave = await requireWave(tx, ctx.actor, input.waveId);
    const wanted = await wantedWords(tx, ctx, input);
    const changes = changedFields(wordsOf(wave), wanted);
    requireVersion(wave, input.version, changes === null ? [] : conflicts(changes));
    refuseIfAny(changeBlockers(wave));
    if (changes === null) throw new AppError("INVALID", "Nothing was changed.");
    if (input.number !== undefined && input.number !== wave.number) {
      await requireNumberFree(tx, ctx.actor.programId, input.number);
    }
    await writeAtVersion(tx, ctx, input);
    const subject = waveSubject({
      waveId: wave.id,
      number: input.number ?? wave.number,
      name: input.name ?? wave.name,
    });
    return {
      value: { waveId: wave.id, number: input.number ?? wave.number },
      events: [{ action: "wave.changed", subject, ...changes }],
    };
  },
});

async function writeAtVersion(tx: Tx, ctx: CommandContext, input: Input): Promise<void> {
  const { waveId, version, ...facts } = input;
  const result = await tx.wave.updateMany({
    where: { id: waveId, programId: ctx.actor.programId, version },
    data: { ...facts, version: { increment: 1 }, updatedAt: ctx.now },
  });
  requireOneChanged(result);
}

async function wantedWords(tx: Tx, ctx: CommandContext, input: Input): Promise<Words> {
  const { waveId: _id, version: _version, leadId, kind, ...facts } = input;
  const words: Words = {};
  for (const [field, value] of Object.entries(facts)) if (value !== undefined) words[field] = value;
  if (kind !== undefined) words.kind = WAVE_KIND_LABELS[kind];
  if (leadId !== undefined) words.lead = await requirePersonName(tx, ctx.actor, leadId, "leadId");
  return words;
}

function wordsOf(wave: LoadedWave): Words {
  return {
    number: wave.number,
    name: wave.name,
    kind: WAVE_KIND_LABELS[wave.kind],
    lead: wave.lead?.name ?? null,
    scope: wave.scope,
    impact: wave.impact,
    rollback: wave.rollback,
    rollbackMinutes: wave.rollbackMinutes,
  };
}

const LABELS: Record<string, string> = {
  number: "Number",
  name: "Name",
  kind: "Kind",
  lead: "Lead",
  scope: "Scope",
  impact: "What people will notice",
  rollback: "How to roll back",
  rollbackMinutes: "Time to roll back",
};

function conflicts(changes: { before: Words; after: Words }): ConflictingChange[] {
  return Object.keys(changes.after).map((field) => ({
    label: LABELS[field] ?? field,
    yours: inWords(field, changes.after[field]),
    theirs: inWords(field, changes.before[field]),
  }));
}

function inWords(field: string, value: Json | undefined): string {
  if (value === null || value === undefined || value === "") return "not stated";
  return field === "rollbackMinutes" && typeof value === "number" ? formatMinutes(value) : String(value);
}
