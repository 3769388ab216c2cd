import * as z from "zod";
import { SCORE_LEVELS } from "./model/rating";
import { TREATMENTS } from "./model/risk";

const NOT_A_LEVEL = "Choose a level from 1 to 5, or leave it unknown.";

const nothing = z.literal("").transform(() => null);
const id = z.uuid("Choose one from the list.");
const optionalId = z.union([z.null(), nothing, id], "Choose one from the list.").optional();
const ids = z.array(id).max(500, "At most 500 links.").optional();

/** A level as a number or as a form sends it; null and empty are unknown. */
export const levelInput = z.union(
  [z.null(), nothing, z.literal([1, 2, 3, 4, 5]), z.enum(["1", "2", "3", "4", "5"]).transform(toLevel)],
  NOT_A_LEVEL,
);

const day = z.union([z.null(), nothing, z.iso.date()], "Give a date, such as 2026-11-28.").optional();
const treatment = z.union([z.null(), nothing, z.enum(TREATMENTS)], "Choose a treatment.").optional();

const title = z
  .string()
  .trim()
  .min(3, "Say in a few words what may happen.")
  .max(200, "Keep the title under 200 characters.");
const text = z.string().trim().max(4_000, "Keep this under 4,000 characters.");
const version = z.coerce.number<number | string>().int().min(1);
export const reasonInput = z.string().trim().min(3, "Give the reason.").max(1_000, "Keep the reason short.");

/** The facts that people state; what is absent stays as it is. */
const facts = {
  description: text.optional(),
  domainId: optionalId,
  ownerId: optionalId,
  treatment,
  nextAction: z.string().trim().max(300, "Keep the next action under 300 characters.").optional(),
  dueOn: day,
  strikesOn: day,
  workloadIds: ids,
  waveIds: ids,
};

export const raiseRiskInput = z.object({
  title,
  ...facts,
  inherentLikelihood: levelInput.optional(),
  inherentImpact: levelInput.optional(),
  currentLikelihood: levelInput.optional(),
  currentImpact: levelInput.optional(),
  targetLikelihood: levelInput.optional(),
  targetImpact: levelInput.optional(),
});

export const changeRiskInput = z.object({ riskId: id, version, title: title.optional(), ...facts });

export const assessRiskInput = z.object({
  riskId: id,
  version,
  aspect: z.enum(["inherent", "current", "target"]),
  likelihood: levelInput,
  impact: levelInput,
});

export const closeRiskInput = z.object({ riskId: id, version, reason: reasonInput });
export const reopenRiskInput = z.object({ riskId: id, version, reason: reasonInput });

const appetite = z.union(
  [z.null(), nothing, z.coerce.number<number | string>().int().min(1).max(25)],
  "Give a score from 1 to 25, or leave it unknown.",
);

/** Without `domainId` a new domain is made; with it, the domain changes at `version`. */
export const saveRiskDomainInput = z
  .object({
    domainId: id.optional(),
    version: version.optional(),
    name: z.string().trim().min(2, "Name the domain.").max(80, "Keep the name under 80 characters."),
    appetite,
    /** Its place among the domains, from 1; absent: a new one comes last, one that is there stays. */
    place: z
      .union(
        [nothing.transform(() => undefined), z.coerce.number<number | string>().int().min(1).max(500)],
        "Give a place, 1 is the first.",
      )
      .optional(),
    /** Why the appetite changes; only then it is asked for. */
    reason: z.string().trim().max(1_000, "Keep the reason short.").default(""),
  })
  .refine((input) => input.domainId === undefined || input.version !== undefined, {
    path: ["version"],
    message: "Load the page again.",
  });

export const proposeAcceptanceInput = z.object({
  riskId: id,
  reason: reasonInput,
  scope: text.optional().default(""),
  conditions: text.optional().default(""),
  /** Absent or empty: the present score. */
  upToScore: z
    .union(
      [nothing, z.coerce.number<number | string>().int().min(1).max(25)],
      "Give a score from 1 to 25, or leave it empty.",
    )
    .optional(),
  /** Wall-clock time in the program's zone. */
  expiresLocal: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Enter a date and a time, such as 3 December 2026, 18:00."),
  /** Which of the two, where the clocks show that time twice. */
  fold: z.union([z.literal("").transform(() => undefined), z.enum(["earlier", "later"])]).optional(),
});

export const decideAcceptanceInput = z.object({
  acceptanceId: id,
  version,
  decision: z.enum(["accepted", "refused"], "Choose accept or refuse. Nothing was decided."),
  comment: z.string().trim().max(1_000, "Keep the comment short.").default(""),
});

export const withdrawAcceptanceInput = z.object({ acceptanceId: id, version, reason: reasonInput });

const step = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Name every level.")
    .max(40, "Keep the name of a level under 40 characters."),
  meaning: z
    .string()
    .trim()
    .min(3, "Say what every level means.")
    .max(200, "Keep a meaning under 200 characters."),
});
const steps = z.array(step).length(5, "A scale has five levels.");

/** A scale as it is kept: five levels a side, 25 words. */
export const scaleContentInput = z.object({
  likelihood: steps,
  impact: steps,
  matrix: z.array(z.enum(SCORE_LEVELS)).length(25, "A matrix has 25 cells."),
});

export const publishScaleInput = z.object({
  content: scaleContentInput,
  /** The version in use that the person saw. */
  version,
  /** How many scores the person saw that will be counted apart. */
  apart: z.coerce.number<number | string>().int().min(0),
  reason: reasonInput,
});

const actionFacts = {
  what: z.string().trim().min(3, "Say what is to be done.").max(300, "Keep it under 300 characters."),
  ownerId: optionalId,
  dueOn: day,
  expectedLikelihood: levelInput.optional(),
  expectedImpact: levelInput.optional(),
};

export const planActionInput = z.object({ riskId: id, ...actionFacts });
export const changeActionInput = z.object({ actionId: id, version, ...actionFacts });

/** `open` takes a settled action up again. */
export const settleActionInput = z.object({
  actionId: id,
  version,
  state: z.enum(["done", "dropped", "open"], "Choose done or dropped."),
  settledOn: day,
  note: z.string().trim().max(1_000, "Keep the note short.").default(""),
});

export const revokeAcceptanceInput = z.object({ acceptanceId: id, version, reason: reasonInput });

function toLevel(given: "1" | "2" | "3" | "4" | "5"): 1 | 2 | 3 | 4 | 5 {
  return { "1": 1 as const, "2": 2 as const, "3": 3 as const, "4": 4 as const, "5": 5 as const }[given];
}
