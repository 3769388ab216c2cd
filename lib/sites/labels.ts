import type { SiteFacts, SiteKind } from "./model";

export const SITE_KIND_LABELS: Record<SiteKind, string> = {
  warehouse: "Warehouse",
  plant: "Plant",
  store_group: "Store group",
  office: "Office",
  data_centre: "Data centre",
  legal_entity: "Legal entity",
  region: "Region",
  other: "Other",
};

export const SITE_LABELS: Record<keyof SiteFacts, string> = {
  name: "Name",
  kind: "Kind",
  zone: "Time zone",
  country: "Country",
  users: "Users",
  note: "Note",
};
