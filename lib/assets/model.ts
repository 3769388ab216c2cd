export const ASSET_KINDS = [
  "server",
  "database_server",
  "storage",
  "network",
  "appliance",
  "device",
  "other",
] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/** What is known of a machine or device. Null is unknown; an empty list says that there is nothing to say. */
export type AssetFacts = {
  name: string;
  kind: AssetKind | null;
  /** The one workload it serves; null: none yet. */
  workloadId: string | null;
  role: string | null;
  environment: string | null;
  os: string | null;
  cores: number | null;
  memoryMb: number | null;
  diskGb: number | null;
  addresses: readonly string[];
  fqdn: string | null;
  powerState: string | null;
  location: string | null;
  tags: readonly string[];
};
export type AssetField = keyof AssetFacts;
export type NewAsset = Pick<AssetFacts, "name"> & Partial<AssetFacts>;

/** Which source stands behind a field, by its name; a field that is absent was stated by a person. */
export type AssetOrigins = Readonly<Record<string, string>>;

/** An asset as it is now, with the version at which it is. */
export type HeldAsset = AssetFacts & { origins: AssetOrigins; version: number };

/**
 * One line of a batch: `facts` left out stay as they are (or unknown, when the asset is new). `origins`: for a field that
 * changes, the source that stands behind it now; a changed field without one is stated by a person.
 */
export type AssetChange =
  | { kind: "create"; facts: NewAsset; origins?: AssetOrigins }
  | { kind: "change"; assetId: string; facts: Partial<AssetFacts>; origins?: AssetOrigins }
  | { kind: "remove"; assetId: string };

/** An asset about which nothing is known but what is given. */
export function newAsset(facts: NewAsset): AssetFacts {
  return { ...NOTHING_KNOWN, ...facts };
}

const NOTHING_KNOWN: Omit<AssetFacts, "name"> = {
  kind: null,
  workloadId: null,
  role: null,
  environment: null,
  os: null,
  cores: null,
  memoryMb: null,
  diskGb: null,
  addresses: [],
  fqdn: null,
  powerState: null,
  location: null,
  tags: [],
};

/** One line of the list. */
export type AssetRow = AssetFacts & {
  id: string;
  version: number;
  workload: string | null;
  /** Every source that stands behind one of its facts. */
  sources: readonly string[];
};

/** A page (from 1) of the list: `everything` in the program, `unassigned` of them serve no workload yet. */
export type AssetList = {
  rows: readonly AssetRow[];
  total: number;
  everything: number;
  unassigned: number;
  page: number;
  pages: number;
};

/** What each filter of the list offers: only what occurs. `workload`: the name of the one that is filtered by. */
export type AssetChoices = {
  environments: readonly string[];
  locations: readonly string[];
  sources: readonly string[];
  workload: string | null;
};

/** One asset as its page shows it. */
export type AssetView = AssetRow & { origins: AssetOrigins; createdAt: Date; updatedAt: Date };
