import type { ComponentKind, ProtectionKind } from "@/prisma/generated/client/enums";

type Part = {
  applies: "yes" | "no";
  protectionIds?: readonly ProtectionKind[];
  copyIntervalMinutes?: number;
  retentionDays?: number;
  rtoMinutes?: number;
  rpoMinutes?: number;
  note?: string;
};

export type DemoProtection = {
  workload: string;
  /** Days from the demo's day. */
  day: number;
  by: "Priya Raman" | "Tomas Lindqvist" | "Ines Carvalho";
  /** A part that is not named is not known. */
  parts: Partial<Record<ComponentKind, Part>>;
};

const CODE: Part = {
  applies: "yes",
  protectionIds: ["snapshots", "second_cloud"],
  copyIntervalMinutes: 0,
  retentionDays: 365,
  note: "Every change is a commit; the repository is copied to a second provider.",
};
const SHARED_IDENTITY: Part = { applies: "no", note: "Sign-in is that of Single sign-on" };

function none(why: string): Part {
  return { applies: "no", note: why };
}

function kept(protectionIds: readonly ProtectionKind[], every: number, days: number, note = ""): Part {
  return { applies: "yes", protectionIds, copyIntervalMinutes: every, retentionDays: days, note };
}

/** What protects a dozen workloads by design: some cannot hold what is promised, some survive no deletion, some are known in part. */
export const DEMO_PROTECTIONS: readonly DemoProtection[] = [
  {
    workload: "Single sign-on",
    day: -40,
    by: "Ines Carvalho",
    parts: {
      database: kept(["point_in_time", "replica"], 1, 30),
      documents: none("It keeps no documents"),
      configuration: CODE,
      integration: none("Nothing waits in queues"),
      infrastructure: CODE,
      identity: kept(["immutable", "second_cloud"], 5, 90, "Directory and keys, copied together."),
    },
  },
  {
    workload: "Site-to-cloud network",
    day: -40,
    by: "Priya Raman",
    parts: {
      database: none("It keeps no data"),
      documents: none("It keeps no documents"),
      configuration: CODE,
      integration: none("It passes traffic on and keeps none"),
      infrastructure: CODE,
      identity: SHARED_IDENTITY,
    },
  },
  {
    workload: "Backup vault",
    day: -39,
    by: "Priya Raman",
    parts: {
      database: kept(["immutable", "second_cloud"], 15, 90, "The catalogue of copies."),
      documents: kept(["immutable", "second_cloud"], 15, 90, "Nobody can delete a copy before its day."),
      configuration: CODE,
      integration: none("Nothing waits in queues"),
      infrastructure: CODE,
      identity: SHARED_IDENTITY,
    },
  },
  {
    workload: "EDI gateway",
    day: -31,
    by: "Priya Raman",
    parts: {
      database: kept(["snapshots", "replica"], 240, 14, "Snapshots as in the old data centre."),
      documents: kept(["replica"], 5, 14),
      configuration: CODE,
      integration: kept(["replay", "immutable"], 1, 7, "Interchanges can be played again for a week."),
      infrastructure: CODE,
      identity: {
        applies: "yes",
        protectionIds: ["snapshots"],
        copyIntervalMinutes: 1440,
        retentionDays: 30,
        note: "Partner certificates.",
      },
    },
  },
  {
    workload: "Order intake API",
    day: -31,
    by: "Priya Raman",
    parts: {
      database: kept(["point_in_time", "replica"], 1, 35),
      documents: none("It keeps no documents"),
      configuration: CODE,
      integration: { applies: "yes", protectionIds: ["replay"], copyIntervalMinutes: 0, retentionDays: 3 },
      infrastructure: CODE,
      identity: SHARED_IDENTITY,
    },
  },
  {
    workload: "Message broker",
    day: -30,
    by: "Tomas Lindqvist",
    parts: {
      database: none("Messages are its only data"),
      documents: none("It keeps no documents"),
      configuration: CODE,
      integration: { applies: "yes", protectionIds: ["replica", "replay"], copyIntervalMinutes: 0 },
      infrastructure: CODE,
      identity: SHARED_IDENTITY,
    },
  },
  {
    workload: "Stock availability",
    day: -30,
    by: "Tomas Lindqvist",
    parts: {
      database: none("A cache; it is filled again from the WMS"),
      documents: none("It keeps no documents"),
      configuration: CODE,
      infrastructure: CODE,
      identity: SHARED_IDENTITY,
    },
  },
  {
    workload: "Tilbury WMS",
    day: -27,
    by: "Tomas Lindqvist",
    parts: {
      database: kept(["point_in_time", "replica"], 5, 35),
      documents: {
        applies: "yes",
        protectionIds: ["snapshots"],
        copyIntervalMinutes: 1440,
        retentionDays: 30,
        rpoMinutes: 1440,
        note: "Delivery notes; the paper is kept for a week.",
      },
      configuration: CODE,
      integration: { applies: "yes", protectionIds: ["replay"], retentionDays: 2 },
      infrastructure: { applies: "yes" },
      identity: SHARED_IDENTITY,
    },
  },
  {
    workload: "Venlo WMS",
    day: -27,
    by: "Tomas Lindqvist",
    parts: {
      database: kept(["snapshots"], 15, 35),
      documents: none("Delivery notes are kept in Tilbury"),
      configuration: CODE,
    },
  },
  {
    workload: "ERP database",
    day: -24,
    by: "Tomas Lindqvist",
    parts: {
      database: kept(["point_in_time", "replica", "immutable"], 1, 35),
      documents: none("Documents are those of ERP core"),
      configuration: {
        applies: "yes",
        protectionIds: ["snapshots"],
        note: "Parameter files on the old hosts.",
      },
      integration: none("Queues are those of the message broker"),
      infrastructure: { applies: "yes" },
      identity: { applies: "yes" },
    },
  },
  {
    workload: "Data warehouse",
    day: -22,
    by: "Tomas Lindqvist",
    parts: {
      database: kept(["snapshots", "second_cloud"], 60, 90),
      documents: none("It keeps no documents"),
      configuration: CODE,
      integration: kept(["replay", "snapshots"], 60, 30, "Nightly loads can be run again for a month."),
      infrastructure: CODE,
      identity: SHARED_IDENTITY,
    },
  },
  {
    workload: "Customer portal",
    day: -21,
    by: "Priya Raman",
    parts: {
      database: kept(["point_in_time", "replica"], 5, 35),
      documents: kept(["replica"], 0, 30, "Pictures and price lists, copied to the second region."),
      configuration: CODE,
      integration: none("Orders are handed to the order intake at once"),
      infrastructure: CODE,
      identity: SHARED_IDENTITY,
    },
  },
];
