import type { Part } from "./model";

/** What a consequence is called when it comes and when it goes, and how one is counted. */
export const PART_LABELS: Record<Part, { comes: string; goes: string; none: string }> = {
  members: { comes: "Joins the wave", goes: "Leaves the wave", none: "workloads" },
  against: {
    comes: "Will need what moves later",
    goes: "No longer needs what moves later",
    none: "hard links against the order",
  },
  crossing: {
    comes: "Links that will cross waves",
    goes: "Links that cross waves no more",
    none: "links that cross waves",
  },
  freezes: { comes: "Freezes it will meet", goes: "Freezes it meets no more", none: "freezes" },
  excepted: {
    comes: "Excepted freezes it will meet",
    goes: "Excepted freezes it meets no more",
    none: "excepted freezes",
  },
  cautions: { comes: "Cautions it will meet", goes: "Cautions it meets no more", none: "cautions" },
  preferred: { comes: "Preferred time entered", goes: "Preferred time left", none: "preferred times" },
  order: {
    comes: "Waves that will cut over out of order",
    goes: "Waves that are in order again",
    none: "the order of waves",
  },
  overlaps: {
    comes: "Waves that will cut over at the same time",
    goes: "Waves that no longer cut over at the same time",
    none: "windows of other waves",
  },
  lacking: { comes: "The wave will lack", goes: "The wave lacks no more", none: "owners and targets" },
  signatures: { comes: "Signatures that will be stale", goes: "", none: "signatures" },
  gates: { comes: "Gates that open again", goes: "", none: "gates" },
  exception: { comes: "Exceptions that lapse", goes: "", none: "exceptions" },
  items: { comes: "Checklist", goes: "", none: "due times of the checklist" },
  people: { comes: "To be told", goes: "", none: "people" },
};
