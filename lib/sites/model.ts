import type { Criticality } from "@/lib/workloads/model/workload";

export const SITE_KINDS = [
  "warehouse",
  "plant",
  "store_group",
  "office",
  "data_centre",
  "legal_entity",
  "region",
  "other",
] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** What is known of a place where people work with the workloads. Null is unknown; `users` work there. */
export type SiteFacts = {
  name: string;
  kind: SiteKind | null;
  /** IANA name of its time zone. */
  zone: string | null;
  country: string | null;
  users: number | null;
  note: string;
};
export type NewSite = Pick<SiteFacts, "name"> & Partial<SiteFacts>;

/** A site as it is now, with the version at which it is. */
export type HeldSite = SiteFacts & { version: number };

/** One line of a batch: `facts` left out stay as they are (or unknown, when the site is new). */
export type SiteChange =
  | { kind: "create"; facts: NewSite }
  | { kind: "change"; siteId: string; facts: Partial<SiteFacts> };

/** The sites that a workload serves from now on, with its users at each; null is unknown. */
export type ServedSites = { workloadId: string; sites: readonly ServedSite[] };
export type ServedSite = { siteId: string; users: number | null };

/** A site about which nothing is known but what is given. */
export function newSite(facts: NewSite): SiteFacts {
  return { kind: null, zone: null, country: null, users: null, note: "", ...facts };
}

/** One line of the list: how many workloads stand there and how many serve it, with its users where each states them. */
export type SiteRow = SiteFacts & { id: string; version: number; standing: number; serving: number };

/** A place that workloads name and nobody has described yet. */
export type NamedPlace = { name: string; workloads: number };

export type SiteList = { sites: readonly SiteRow[]; undescribed: readonly NamedPlace[] };

/** A workload at a site; `users` there, null is unknown. */
export type SiteWorkload = {
  id: string;
  name: string;
  criticality: Criticality | null;
  users: number | null;
};

/** One site as its page shows it. */
export type SiteView = SiteFacts & {
  id: string;
  version: number;
  updatedAt: Date;
  standing: readonly SiteWorkload[];
  serving: readonly SiteWorkload[];
};

/** The sites of a program with what one workload serves. */
export type ServiceView = {
  workload: { id: string; name: string };
  sites: readonly {
    id: string;
    name: string;
    kind: SiteKind | null;
    served: boolean;
    users: number | null;
  }[];
};
