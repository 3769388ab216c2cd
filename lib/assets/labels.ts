import type { AssetField, AssetKind } from "./model";

export const ASSET_KIND_LABELS: Record<AssetKind, string> = {
  server: "Server",
  database_server: "Database server",
  storage: "Storage",
  network: "Network",
  appliance: "Appliance",
  device: "Device",
  other: "Other",
};

/** What each fact is called, in the order in which pages show them. */
export const ASSET_LABELS: Record<AssetField, string> = {
  name: "Name",
  kind: "Kind",
  workloadId: "Workload",
  role: "Role",
  environment: "Environment",
  os: "Operating system",
  cores: "Cores",
  memoryMb: "Memory",
  diskGb: "Disk",
  addresses: "Addresses",
  fqdn: "Full name in DNS",
  powerState: "Power",
  location: "Location",
  tags: "Tags",
};
