import type { Role } from "@/lib/access/model";
import type { Elevation } from "./rules/elevation";

/** A person who may act in a program; `endsAt` in the past means no more. */
export type Member = {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  reason: string;
  since: Date;
  endsAt: Date | null;
  version: number;
  /** The name in the facts that this account stands for; null: none linked. */
  person: { id: string; name: string } | null;
  /** Workloads given to a partner; empty for every other role. */
  grants: readonly { workloadId: string; name: string }[];
  /** Rights given for a time, the newest first. */
  elevations: readonly Elevation[];
};

/** A name that facts refer to. */
export type Person = {
  id: string;
  name: string;
  email: string | null;
  userId: string | null;
  version: number;
};

/** What refers to a person, counted. `questions` are open ones. */
export type PersonCounts = {
  services: number;
  technical: number;
  risks: number;
  processes: number;
  fallbacks: number;
  remediations: number;
  questions: number;
  waves: number;
  items: number;
  conditions: number;
};

/** One line of the list of people: `account` is the name of the account that stands for it, null: none. */
export type PersonRow = Person & PersonCounts & { account: string | null };

/** Something that refers to a person: what it is, what it is called, and where its page is below the program's. */
export type PersonReference = { kind: keyof PersonCounts; label: string; path: string };

/** One person as its page shows it; of each kind the first 100 references. */
export type PersonView = PersonRow & { references: readonly PersonReference[] };

/** A program as its members choose it. */
export type ProgramEntry = { id: string; slug: string; name: string; role: Role };

/** The risk domains every program begins with, and the highest score it lives with at first (1 to 25). */
export const DEFAULT_RISK_DOMAINS = [
  { name: "Business continuity", appetite: 8 },
  { name: "Data integrity", appetite: 6 },
  { name: "Integration", appetite: 9 },
  { name: "Identity & access", appetite: 8 },
  { name: "Security & governance", appetite: 6 },
  { name: "Performance & scalability", appetite: 10 },
  { name: "Availability", appetite: 8 },
  { name: "Observability", appetite: 12 },
  { name: "Compliance", appetite: 6 },
  { name: "Operational resilience", appetite: 9 },
] as const;

/** The classes of service every program begins with; minutes. */
export const DEFAULT_TIERS = [
  { name: "Tier 1 mission critical", rank: 1, rtoMinutes: 60, rpoMinutes: 5 },
  { name: "Tier 2 business critical", rank: 2, rtoMinutes: 240, rpoMinutes: 15 },
  { name: "Tier 3 important", rank: 3, rtoMinutes: 480, rpoMinutes: 60 },
  { name: "Tier 4 support", rank: 4, rtoMinutes: 1440, rpoMinutes: 240 },
] as const;
