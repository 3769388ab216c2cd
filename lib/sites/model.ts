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
