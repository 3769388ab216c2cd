import type { DataDirection, DependencyKind, Hardness, LinkSide } from "./model";

export const UNKNOWN = "unknown";

export const DEPENDENCY_KIND_LABELS: Record<DependencyKind, string> = {
  synchronous: "Synchronous call",
  event: "Event or queue",
  file: "File or batch",
  direct_database: "Direct database",
  edi: "EDI",
  identity: "Identity",
  network: "Network",
  device: "Print or device",
};

export const HARDNESS_LABELS: Record<Hardness, string> = { hard: "Hard", soft: "Soft" };

export const HARDNESS_SENTENCES: Record<Hardness, string> = {
  hard: "Hard: it does not work without.",
  soft: "Soft: it works on, with less.",
};

/** Seen from the dependent. */
export const DATA_DIRECTION_LABELS: Record<DataDirection, string> = {
  inbound: "Receives data",
  outbound: "Sends data",
  both: "Both ways",
};

export const LINK_SIDE_LABELS: Record<LinkSide, string> = { needs: "It needs", needed_by: "Needed by" };

/** The word for a link of which nobody has said whether it is hard. */
export const NOT_STATED = "not stated";
