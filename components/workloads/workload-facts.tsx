import { DefinitionList } from "@/components/ui/page";
import {
  CHANGE_TOLERANCE_LABELS,
  CRITICALITY_SENTENCES,
  DISPOSITION_LABELS,
  FACT_LABELS,
  KIND_LABELS,
} from "@/lib/workloads/labels";
import type { WorkloadView } from "@/lib/workloads/rules/view";

/** Every fact of a workload; what nobody has said is said to be unknown. */
export function WorkloadFactList({ workload }: { workload: WorkloadView }) {
  return (
    <>
      {workload.description === "" ? null : <p className="soft mb-4 max-w-[720px]">{workload.description}</p>}
      <div className="c2">
        <DefinitionList items={itemsOf(whatItIs(workload))} />
        <DefinitionList items={itemsOf(howItMoves(workload))} />
      </div>
    </>
  );
}

/** Who answers for it and who runs it. */
export function Responsibilities({ workload }: { workload: WorkloadView }) {
  return (
    <DefinitionList
      items={[
        {
          label: FACT_LABELS.businessOwnerId,
          value: workload.businessOwner?.name ?? <span className="miss">no owner</span>,
        },
        {
          label: FACT_LABELS.technicalOwnerId,
          value: workload.technicalOwner?.name ?? <span className="never">no owner</span>,
        },
        { label: FACT_LABELS.operatedBy, value: workload.operatedBy ?? <Unknown /> },
      ]}
    />
  );
}

type Line = readonly [label: string, value: string | null];

function whatItIs(workload: WorkloadView): readonly Line[] {
  return [
    [FACT_LABELS.kind, workload.kind && KIND_LABELS[workload.kind]],
    [FACT_LABELS.criticality, workload.criticality && CRITICALITY_SENTENCES[workload.criticality]],
    ...(workload.full ? [[FACT_LABELS.tierId, workload.tier?.name ?? null] as const] : []),
    [FACT_LABELS.businessService, workload.businessService],
    [FACT_LABELS.site, workload.site],
    [FACT_LABELS.runsAt, workload.runsAt],
    ["In the source", inSource(workload)],
  ];
}

function howItMoves(workload: WorkloadView): readonly Line[] {
  const { stateful } = workload;
  return [
    [FACT_LABELS.target, workload.target],
    [FACT_LABELS.disposition, dispositionOf(workload)],
    [
      FACT_LABELS.changeTolerance,
      workload.changeTolerance && CHANGE_TOLERANCE_LABELS[workload.changeTolerance],
    ],
    [FACT_LABELS.stateful, stateful === null ? null : stateful ? "Yes" : "No"],
    [FACT_LABELS.dataClassification, workload.dataClassification],
    [FACT_LABELS.tags, workload.tags.length === 0 ? "none" : workload.tags.join(", ")],
  ];
}

function dispositionOf({ disposition, dispositionReason }: WorkloadView): string | null {
  if (disposition === null) return null;
  const word = DISPOSITION_LABELS[disposition];
  return dispositionReason === null ? `${word}, no reason given` : `${word}: ${dispositionReason}`;
}

function inSource({ source, externalId }: WorkloadView): string | null {
  if (externalId === null) return source;
  return source === null ? externalId : `${externalId} in ${source}`;
}

function itemsOf(lines: readonly Line[]) {
  return lines.map(([label, value]) => ({ label, value: value ?? <Unknown /> }));
}

function Unknown() {
  return <span className="never">unknown</span>;
}
