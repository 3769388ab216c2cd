import type { FormatName } from "../model/formats";
import type { SnapshotPart } from "../model/snapshot";

const ALWAYS: readonly SnapshotPart[] = ["workloads", "tiers", "domains", "sources", "may"];
const ASSETS: readonly SnapshotPart[] = ["assets", "claims"];

const ALSO: Record<FormatName, readonly SnapshotPart[]> = {
  workloads: ["claims"],
  sites: ["sites"],
  processes: ["processes"],
  assets: ASSETS,
  dependencies: ["dependencies"],
  risks: ["risks"],
  "recovery-targets": ["targets", "processes"],
  konveyor: ["claims", "dependencies"],
  "aws-migration-factory": [...ASSETS, "waves", "memberships"],
  "azure-migrate": ASSETS,
  "azure-dependencies": ["assets", "dependencies", "externalLinks"],
  rvtools: ASSETS,
};

/** What a plan of such tables is made against; the other parts of the snapshot may stay empty. */
export function snapshotParts(formats: readonly FormatName[]): ReadonlySet<SnapshotPart> {
  return new Set([...ALWAYS, ...formats.flatMap((format) => ALSO[format])]);
}
