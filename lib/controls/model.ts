import type { CalendarDate } from "@/lib/kernel/time";
import type { ControlOutcome, ControlStage } from "@/prisma/generated/client/enums";

export type { ControlOutcome, ControlStage };

export const STAGES = ["planned", "implemented"] as const satisfies readonly ControlStage[];
export const OUTCOMES = ["holds", "does_not_hold"] as const satisfies readonly ControlOutcome[];

/** How a control stands on the day of asking, the worst first. Only `verified` is green; `due` held once and is due again. */
export const CONTROL_STATES = ["failed", "planned", "not_verified", "due", "verified"] as const;
export type ControlState = (typeof CONTROL_STATES)[number];

/** What is stated about a control; null is unknown. Ids name a domain and a person of the same program. */
export type ControlFacts = {
  title: string;
  domainId: string | null;
  /** What typically goes wrong, what that does to the business, what is done against it. */
  failure: string;
  impact: string;
  response: string;
  stage: ControlStage;
  ownerId: string | null;
  howVerified: string;
  /** A verification holds for so many days. */
  everyDays: number;
};

/** What of a verification decides the state of its control. */
export type Verified = { id: string; verifiedOn: CalendarDate; outcome: ControlOutcome; recordedAt: Date };

export type VerificationEntry = Verified & { note: string; by: string };

/** A line of the register, judged on a day of the program. */
export type ControlRow = {
  id: string;
  title: string;
  domain: string | null;
  owner: string | null;
  state: ControlState;
  /** Day of the newest verification; null: never. */
  verifiedOn: CalendarDate | null;
  /** Last day on which that verification holds; null where none holds. */
  holdsUntil: CalendarDate | null;
  everyDays: number;
  /** How many pieces of evidence and how many risks it is linked to. */
  evidence: number;
  risks: number;
};

/** A line of the register with everything that a file tells. */
export type ControlExportRow = ControlRow &
  Pick<ControlFacts, "failure" | "impact" | "response" | "howVerified">;

export type ControlList = {
  rows: ControlRow[];
  total: number;
  everything: number;
  page: number;
  /** Of everything. */
  counts: Readonly<Record<ControlState, number>>;
  withoutOwner: number;
};

export type LinkedRisk = { id: string; code: string; title: string; status: "open" | "closed" };

/** A control with everything its page shows; verifications newest first. */
export type ControlView = ControlFacts & {
  id: string;
  version: number;
  domain: string | null;
  owner: string | null;
  state: ControlState;
  holdsUntil: CalendarDate | null;
  verifications: readonly VerificationEntry[];
  risks: readonly LinkedRisk[];
};

/** The controls against one risk; `choices` are others of the program by title, at most 500. */
export type ControlsOfRisk = {
  linked: readonly ControlRow[];
  choices: readonly { id: string; title: string }[];
};
