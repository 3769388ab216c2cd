import type { JsonRecord } from "@/lib/kernel/canonical-json";
import { cleanName, nameKey } from "@/lib/kernel/text";
import type { ExternalLinkFacts, NewExternalLink } from "../model";

type Keyed = ExternalLinkFacts & { nameKey: string };

/** Which link a row speaks of: the same workload, the same name outside, the same direction. */
export function externalKey({
  workloadId,
  nameKey: key,
  side,
}: Pick<Keyed, "workloadId" | "nameKey" | "side">): string {
  return `${workloadId} ${side} ${key}`;
}

/** A row with its name as it is kept and compared. What the row leaves out stays as it was, or is unknown. */
export function mergedExternal(row: NewExternalLink, before: ExternalLinkFacts | null): Keyed {
  const known = before ?? NOTHING_KNOWN;
  return {
    workloadId: row.workloadId,
    name: before?.name ?? cleanName(row.name),
    nameKey: nameKey(row.name),
    side: row.side,
    kind: row.kind === undefined ? known.kind : row.kind,
    hardness: row.hardness === undefined ? known.hardness : row.hardness,
    source: row.source === undefined ? known.source : row.source,
    note: row.note === undefined ? known.note : row.note,
  };
}

const NOTHING_KNOWN = { kind: null, hardness: null, source: null, note: "" } as const;

/** "Tilbury WMS → carrier.example" in the direction of the need. */
export function externalLabel(
  { name, side }: Pick<ExternalLinkFacts, "name" | "side">,
  workload: string,
): string {
  return side === "needs" ? `${workload} → ${name}` : `${name} → ${workload}`;
}

/** The link as the audit trail tells it. */
export function externalRecord(
  { name, side, kind, hardness, source, note }: ExternalLinkFacts,
  workload: string,
): JsonRecord {
  return { workload, name, side, kind, hardness, source, note };
}
