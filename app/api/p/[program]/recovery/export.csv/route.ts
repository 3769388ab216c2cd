import { handleRoute } from "@/lib/auth/route";
import { tableResponse } from "@/lib/exchange/adapters/table-response";
import type { OutCell } from "@/lib/exchange/model/sheet";
import { DRILL_KIND_LABELS, JUDGEMENT_LABELS, PROTECTION_VERDICT_LABELS } from "@/lib/recovery/labels";
import type { RecoveryOverview } from "@/lib/recovery/model";
import { exportRecovery } from "@/lib/recovery/queries/recovery-overview";
import { recoverySearch } from "@/lib/recovery/rules/search";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";

const HEAD = [
  "Workload",
  "Judgement",
  "Criticality",
  "Tier",
  "Wave",
  "RTO target (min)",
  "RTO claimed (min)",
  "RTO proven (min)",
  "RTO judgement",
  "RPO target (min)",
  "RPO claimed (min)",
  "RPO proven (min)",
  "RPO judgement",
  "Drill",
  "Declared",
  "Protection by design",
];

/** The workloads as the address filters them, without pages. An unknown number is the word. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = recoverySearch(Object.fromEntries(new URL(request.url).searchParams));
    return tableResponse(request, {
      name: `${program}-recovery`,
      title: "Recovery",
      header: HEAD,
      rows: (await exportRecovery(actor, search)).map(cells),
    });
  });
}

function cells({ judged, effective, claim, ...row }: RecoveryOverview["rows"][number]): OutCell[] {
  const { drill } = judged;
  return [
    row.name,
    JUDGEMENT_LABELS[judged.together],
    row.criticality === null ? null : CRITICALITY_LABELS[row.criticality],
    row.tier ?? "no tier",
    row.wave ?? "no wave",
    effective.rto?.minutes ?? "no target",
    claim?.rto ?? "no claim",
    drill === null ? "no drill" : (drill.rto ?? "not reached"),
    JUDGEMENT_LABELS[judged.rto.judgement],
    effective.rpo?.minutes ?? "no target",
    claim?.rpo ?? "no claim",
    drill === null ? "no drill" : (drill.rpo ?? "not measured"),
    JUDGEMENT_LABELS[judged.rpo.judgement],
    drill === null ? "no drill" : DRILL_KIND_LABELS[drill.kind],
    drill === null ? "no drill" : drill.declaredAt,
    PROTECTION_VERDICT_LABELS[row.protection],
  ];
}
