import type { Metadata } from "next";
import { Standing } from "@/components/recovery/drill-history";
import { ProvenWords } from "@/components/recovery/recovery-words";
import { TextArea } from "@/components/ui/fields";
import { FormSection } from "@/components/ui/form-section";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { DefinitionList, PageHeader, Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { DRILL_KIND_LABELS } from "@/lib/recovery/labels";
import type { DrillView } from "@/lib/recovery/model";
import { EvidenceOf } from "../../../../evidence/evidence-of";
import { withdrawDrillAction } from "../../../actions";
import { loadDrill } from "../../load";

type Props = { params: Promise<{ program: string; workloadId: string; drill: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, workloadId, drill: drillId } = await params;
  const { drill } = await loadDrill(program, workloadId, drillId);
  return { title: `${DRILL_KIND_LABELS[drill.kind]} of ${drill.workload}` };
}

export default async function DrillPage({ params }: Props) {
  const { program, workloadId, drill: drillId } = await params;
  const { actor, workload, writes, path, drill } = await loadDrill(program, workloadId, drillId);
  const zone = actor.programZone;
  return (
    <>
      <PageHeader
        eyebrow={`Drill of ${workload.name}`}
        place={workload}
        title={
          <>
            {DRILL_KIND_LABELS[drill.kind]}, <Moment at={drill.declaredAt} zone={zone} show="day" />
          </>
        }
        why={
          <>
            <Standing drill={drill} counts={workload.judged.drill?.id === drill.id} />
            <Link href={path}>{`Recovery of ${workload.name}`}</Link>
          </>
        }
      />
      {drill.withdrawnAt === null ? null : (
        <Callout title={`Withdrawn by ${drill.withdrawnBy}`} tone="risk" level={2}>
          <p>
            {drill.withdrawnReason} <Moment at={drill.withdrawnAt} zone={zone} />.
          </p>
        </Callout>
      )}
      <DrillFacts drill={drill} zone={zone} />
      <EvidenceOf actor={actor} subject={{ type: "drill", id: drill.id }} />
      {writes && drill.withdrawnAt === null ? (
        <FormSection
          id="withdraw"
          title="Withdraw this record"
          finding="For a record that is false. It stays readable with your reason; an older drill does not become current again by it."
          action={withdrawDrillAction.bind(null, program)}
          hidden={{ drillId: drill.id }}
          submit="Withdraw"
          pending="Withdrawing…"
          backHref={path}
        >
          <TextArea name="reason" label="What is false about it" />
        </FormSection>
      ) : null}
    </>
  );
}

function DrillFacts({ drill, zone }: { drill: DrillView; zone: string }) {
  const { declaredAt, usableAt, lastGoodAt, recordedAt, recordedBy, findings, proven } = drill;
  return (
    <Section id="times" title="What was noted">
      <DefinitionList
        items={[
          { label: "Failure declared", value: <Moment at={declaredAt} zone={zone} city /> },
          {
            label: "Usable again",
            value:
              usableAt === null ? <Missing>not reached</Missing> : <Moment at={usableAt} zone={zone} city />,
          },
          {
            label: "Last good transaction",
            value:
              lastGoodAt === null ? (
                <Missing>not measured</Missing>
              ) : (
                <Moment at={lastGoodAt} zone={zone} city />
              ),
          },
          { label: "Back in service after", value: <ProvenWords drill={proven} part="rto" /> },
          { label: "Data lost", value: <ProvenWords drill={proven} part="rpo" /> },
          { label: "Findings", value: findings || <Missing>none noted</Missing> },
          {
            label: "Recorded",
            value: (
              <>
                by {recordedBy}, <Moment at={recordedAt} zone={zone} />
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
