import * as z from "zod";
import { addPeriodInput } from "@/lib/calendar/schema";
import { createControlInput } from "@/lib/controls/schema";
import { templateItemFields } from "@/lib/cutover/schema";
import { templateContent } from "@/lib/gates/schema";
import { raiseRiskInput, saveRiskDomainInput, scaleContentInput } from "@/lib/risks/schema";
import { GATE_KINDS, WAVE_KINDS } from "@/lib/waves/model/states";
import { createWaveInput } from "@/lib/waves/schema";
import { saveTierInput } from "@/lib/workloads/schema";
import { PLAYBOOK_KEYS } from "./model";

/** `version`: the one of the playbook that the person looked at. */
export const startProgramInput = z.object({
  playbook: z.enum(PLAYBOOK_KEYS, "Choose a playbook of the list."),
  set: z.string().max(40),
  version: z.coerce.number().int().positive(),
});

const key = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/, "A key is made of small letters, digits and hyphens.");
/** One or two sentences that end like sentences. */
const sentence = z
  .string()
  .min(20)
  .max(400)
  .regex(/[.!?]$/);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const days = z.union([
  z.object({ week: z.array(z.enum(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])).min(1) }),
  z.object({ monthDay: z.int().min(-31).max(31) }),
  z.object({ yearDay: z.string().regex(/^\d{2}-\d{2}$/) }),
]);
const offset = templateItemFields.shape.offset;

/** The shape of everything a playbook brings: what the forms of the product would take, with reasons throughout. */
export const playbookContent = z.object({
  tiers: z.array(saveTierInput.and(z.object({ why: sentence }))).min(3),
  domains: z.array(saveRiskDomainInput.and(z.object({ why: sentence }))).min(8),
  scale: scaleContentInput.extend({ why: sentence }),
  risks: z
    .array(
      raiseRiskInput
        .pick({ title: true })
        .extend({ key, domain: z.string(), failure: sentence, impact: sentence, control: sentence.max(300) }),
    )
    .min(8),
  controls: z
    .array(
      createControlInput.pick({ title: true, everyDays: true }).extend({
        key,
        domain: z.string(),
        failure: sentence,
        impact: sentence,
        response: sentence,
        howVerified: sentence,
      }),
    )
    .min(20),
  gates: z
    .array(
      z.object({
        waveKind: z.enum(WAVE_KINDS),
        kind: z.enum(GATE_KINDS),
        content: templateContent,
        why: sentence,
      }),
    )
    .min(4),
  checklists: z
    .array(z.object({ kind: z.enum(WAVE_KINDS), items: z.array(templateItemFields.extend({ key })) }))
    .length(WAVE_KINDS.length),
  periods: z
    .array(
      z.object({
        key,
        kind: addPeriodInput.shape.kind,
        title: addPeriodInput.shape.title,
        reason: sentence,
        on: days,
        from: clock,
        days: z.int().min(0).max(120),
        to: clock,
        confirm: z.boolean(),
      }),
    )
    .min(4),
  waves: z
    .array(
      createWaveInput
        .pick({ name: true, kind: true })
        .extend({ scope: sentence, impact: sentence, rollback: sentence, scenarios: z.array(key) }),
    )
    .min(4),
  scenarios: z.array(z.object({ key, title: z.string().min(10).max(300), why: sentence, offset })).min(4),
  asks: z.array(sentence).min(3),
});
