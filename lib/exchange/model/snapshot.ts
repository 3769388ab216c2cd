import type { Facts, Said, ScaleWords, Value } from "./reading";

/** One thing that Wavegate knows, in the same words as `Facts`; absent is unknown. */
export type Known = {
  id: string;
  version: number;
  facts: Readonly<Record<string, Value | null>>;
  /** Which source stands behind a fact, by the fact's key (`FACT_FIELDS`, `AssetFacts`); absent: a person. */
  origins?: Readonly<Record<string, string>>;
  /** A risk that is closed: nothing of it changes until it is reopened. */
  closed?: true;
};

/** What a source said of a workload or asset; `facts` by the fact's key, people, tiers and workloads as names. */
export type KnownClaim = Said & { entity: "workload" | "asset"; subjectId: string; facts: Facts };

export type KnownWave = { id: string; number: number; name: string; open: boolean };
type KnownPlaces = "workloads" | "assets" | "sites" | "processes";
type KnownPart = KnownPlaces | "dependencies" | "externalLinks" | "risks" | "targets";

/** What the plan is made against: everything of the program that the file may speak of. */
export type Snapshot = Readonly<Record<KnownPart, readonly Known[]>> & {
  tiers: readonly { id: string; name: string; rtoMinutes: number | null; rpoMinutes: number | null }[];
  domains: readonly { id: string; name: string }[];
  claims: readonly KnownClaim[];
  /** How far sources are trusted, 1 to 5; one that is not here as such tools are. */
  sources: readonly { name: string; trust: number }[];
  /** `open`: workloads may still come and go. */
  waves: readonly KnownWave[];
  memberships: readonly { workloadId: string; waveId: string }[];
  /** What the importer may do besides importing. */
  may: { planWaves: boolean };
  /** The words of the program's scale; absent: those that every program begins with. */
  scale?: ScaleWords;
};
export type SnapshotPart = Exclude<keyof Snapshot, "scale">;
