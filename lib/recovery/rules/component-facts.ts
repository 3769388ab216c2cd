import type { Json, JsonRecord } from "@/lib/kernel/canonical-json";
import type { ConflictingChange } from "@/lib/kernel/errors";
import { COMPONENT_LABELS } from "../labels";
import type { ComponentDesign } from "../model";

/** What is said of each part, as its events name it: "databaseRpoMinutes" and the like. Null is not known. */
export function componentFacts(designs: readonly ComponentDesign[]): JsonRecord {
  return Object.fromEntries(
    designs.flatMap((design) =>
      FIELDS.map(({ name, read }) => [`${design.kind}${name}`, read(design)] as const),
    ),
  );
}

/** The same without what is not known, for the event of what was recorded first. */
export function knownFacts(designs: readonly ComponentDesign[]): JsonRecord {
  return Object.fromEntries(Object.entries(componentFacts(designs)).filter(([, value]) => value !== null));
}

/** Where somebody else's words on the parts differ from these, in the order of the form. */
export function conflictingParts(
  theirs: readonly ComponentDesign[],
  yours: readonly ComponentDesign[],
): ConflictingChange[] {
  return yours.flatMap((mine) => {
    const other = theirs.find(({ kind }) => kind === mine.kind);
    return FIELDS.flatMap(({ label, read }) => {
      const pair = { yours: shown(read(mine)), theirs: shown(other === undefined ? null : read(other)) };
      return pair.yours === pair.theirs
        ? []
        : [{ label: `${COMPONENT_LABELS[mine.kind]}, ${label}`, ...pair }];
    });
  });
}

type Field = { name: string; label: string; read: (design: ComponentDesign) => Json };

const FIELDS: readonly Field[] = [
  { name: "Applies", label: "whether there is one", read: ({ applies }) => applies },
  { name: "RtoMinutes", label: "RTO in minutes", read: ({ rto }) => rto },
  { name: "RpoMinutes", label: "RPO in minutes", read: ({ rpo }) => rpo },
  { name: "Protections", label: "protection", read: protectionsIn },
  { name: "CopyIntervalMinutes", label: "minutes between copies", read: ({ copyInterval }) => copyInterval },
  { name: "RetentionDays", label: "days kept", read: ({ retentionDays }) => retentionDays },
  { name: "Note", label: "note", read: ({ note }) => note || null },
];

function protectionsIn({ unprotected, protections }: ComponentDesign): string | null {
  if (unprotected) return "none";
  return protections.length === 0 ? null : protections.join(", ");
}

function shown(value: Json): string {
  if (value === null) return "not known";
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value).replaceAll("_", " ");
}
