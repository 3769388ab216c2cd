import { ASSET_KIND_LABELS } from "@/lib/assets/labels";
import type { AssetRow } from "@/lib/assets/model";
import { exportAssets } from "@/lib/assets/queries/assets";
import { assetSearch } from "@/lib/assets/rules/search";
import { handleRoute } from "@/lib/auth/route";
import { tableResponse } from "@/lib/exchange/adapters/table-response";
import type { OutCell } from "@/lib/exchange/model/sheet";

const HEAD = [
  "Asset",
  "Kind",
  "Workload",
  "Role",
  "Environment",
  "Operating system",
  "Cores",
  "Memory (MB)",
  "Disk (GB)",
  "Addresses",
  "Full name in DNS",
  "Power",
  "Location",
  "Tags",
  "Said by",
];

/** The assets as the address filters them, without pages. An unknown fact is the word. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = assetSearch(Object.fromEntries(new URL(request.url).searchParams));
    const rows = await exportAssets(actor, search);
    return tableResponse(request, {
      name: `${program}-assets`,
      title: "Assets",
      header: HEAD,
      rows: rows.map(cells),
    });
  });
}

function cells(row: AssetRow): OutCell[] {
  return [
    row.name,
    row.kind === null ? null : ASSET_KIND_LABELS[row.kind],
    row.workload ?? "none yet",
    row.role,
    row.environment,
    row.os,
    row.cores,
    row.memoryMb,
    row.diskGb,
    row.addresses.length === 0 ? "none recorded" : row.addresses.join(" "),
    row.fqdn,
    row.powerState,
    row.location,
    row.tags.length === 0 ? "none" : row.tags.join(" "),
    row.sources.length === 0 ? "a person" : row.sources.join(" "),
  ];
}
