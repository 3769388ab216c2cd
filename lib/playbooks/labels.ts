import type { Fate, Section } from "./model";

export const SECTION_LABELS: Record<Section, string> = {
  tiers: "Tiers",
  domains: "Risk domains and appetite",
  scale: "Risk scale",
  risks: "Starting risks",
  controls: "Controls",
  gates: "Gate templates",
  checklists: "Checklists",
  calendar: "Business calendar",
  waves: "Waves",
  scenarios: "Scenarios to be validated",
};

/** What a section is good for, in one sentence. */
export const SECTION_MEANINGS: Record<Section, string> = {
  tiers: "What each class of service promises, and how often that is proven.",
  domains: "The highest score that each domain lives with.",
  scale: "The words in which likelihood and impact are said from the first score on.",
  risks: "What goes wrong in such moves. Owners, scores and days stay unknown until somebody says them.",
  controls:
    "What is done against typical failures and how that is verified. They come as planned, without owners.",
  gates: "What is asked and who signs. Kinds that are not listed stay as Wavegate brings them.",
  checklists: "What a wave of each kind does and shows, due by its window.",
  calendar: "Usual times of such a business, in the program's zone.",
  waves: "An outline without windows, leads or workloads.",
  scenarios: "On the checklist of their wave: done only with evidence.",
};

export const FATE_LABELS: Record<Fate, string> = {
  brought: "New",
  adapted: "Replaces the default",
  kept: "Stays as it is",
};
