import type { Metadata } from "next";
import { EventRows } from "@/components/audit/event-rows";
import { RiskControls } from "@/components/controls/risk-controls";
import { AcceptanceSection } from "@/components/risks/acceptance-section";
import { ActionSection } from "@/components/risks/action-section";
import { AssessmentTable } from "@/components/risks/assessment-table";
import { Due } from "@/components/risks/due";
import { RiskLinks } from "@/components/risks/risk-links";
import { RiskSide } from "@/components/risks/risk-side";
import { ScoreFigures } from "@/components/risks/score-figures";
import { Button } from "@/components/ui/button";
import { Missing } from "@/components/ui/missing";
import { Day, Moment } from "@/components/ui/moment";
import { DefinitionList, PageHeader, Section, WithSide } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { historyOf } from "@/lib/audit/queries/events";
import { controlsOfRisk } from "@/lib/controls/queries/get-control";
import { dateIn, daysBetween } from "@/lib/kernel/time";
import { PROXIMITY_LABELS, TREATMENT_LABELS } from "@/lib/risks/labels";
import type { RiskView } from "@/lib/risks/model/register";
import { riskChoices } from "@/lib/risks/queries/risk-choices";
import { riskScales } from "@/lib/risks/queries/risk-scales";
import { proximityOf } from "@/lib/risks/rules/actions";
import { scaleInUse } from "@/lib/risks/rules/scales";
import { CommentsOn } from "../../comments/comments-on";
import { linkControlAction, unlinkControlAction } from "../../controls/actions";
import { EvidenceOf } from "../../evidence/evidence-of";
import { assessRiskAction, closeRiskAction, linkRiskAction, reopenRiskAction } from "../actions";
import { loadRisk } from "./load";

type Props = { params: Promise<{ program: string; code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, code } = await params;
  const { risk } = await loadRisk(program, code);
  return { title: `${risk.code} ${risk.title}` };
}

export default async function RiskPage({ params }: Props) {
  const { program, code } = await params;
  const { actor, risk } = await loadRisk(program, code);
  const writes = can(actor, "risk:write");
  const [events, scales] = await Promise.all([historyOf(actor, "risk", risk.id, 50), riskScales(actor)]);
  const main = (
    <>
      <FactsPart risk={risk} actor={actor} />
      <ActionSection
        risk={risk}
        scale={scaleInUse(scales)}
        base={`/p/${program}/risks/${risk.code}`}
        mayWrite={writes && risk.status === "open"}
      />
      <ControlsPart risk={risk} actor={actor} program={program} />
      <AcceptanceSection
        risk={risk}
        now={new Date()}
        base={`/p/${program}/risks/${risk.code}`}
        reader={{ userId: actor.userId, proposes: writes, decides: can(actor, "risk:accept") }}
      />
      <LinksPart risk={risk} actor={actor} program={program} />
      <Section id="assessments" title="Assessments">
        <AssessmentTable entries={risk.assessments} zone={actor.zone} scales={scales} />
      </Section>
      <EvidenceOf actor={actor} subject={{ type: "risk", id: risk.id }} />
      <CommentsOn actor={actor} type="risk" id={risk.id} />
      <Section id="history" title="History">
        <EventRows events={events} zone={actor.zone} />
      </Section>
    </>
  );
  const actions = {
    assess: assessRiskAction.bind(null, program),
    close: closeRiskAction.bind(null, program),
    reopen: reopenRiskAction.bind(null, program),
  };
  return (
    <>
      <PageHeader
        eyebrow={`Risk ${risk.code}`}
        title={risk.title}
        why={risk.status === "closed" ? <ClosedNote risk={risk} zone={actor.zone} /> : undefined}
        actions={
          writes && risk.status === "open" ? (
            <>
              <Button href="#assess" className="to-side">
                Assess
              </Button>
              <Button href={`/p/${program}/risks/${risk.code}/edit`}>Change</Button>
            </>
          ) : undefined
        }
      />
      <ScoreFigures risk={risk} scales={scales} />
      {writes ? (
        <WithSide
          label="Acts on this risk"
          side={<RiskSide risk={risk} scale={scaleInUse(scales)} actions={actions} />}
        >
          {main}
        </WithSide>
      ) : (
        main
      )}
    </>
  );
}

function ClosedNote({ risk, zone }: { risk: RiskView; zone: string }) {
  return (
    <>
      <Verdict tone="done">Closed</Verdict>
      {risk.closedAt === null ? null : <Moment at={risk.closedAt} zone={zone} />}
      <span>“{risk.closedReason}”</span>
    </>
  );
}

function FactsPart({ risk, actor }: { risk: RiskView; actor: Actor }) {
  const today = dateIn(actor.programZone, new Date());
  const late = risk.dueOn === null || risk.status === "closed" ? 0 : daysBetween(risk.dueOn, today);
  return (
    <Section id="facts" title="What is done about it">
      {risk.description === "" ? null : (
        <p className="prose" style={{ marginBottom: 12 }}>
          {risk.description}
        </p>
      )}
      <DefinitionList
        items={[
          { label: "Owner", value: risk.owner?.name ?? <Verdict tone="off">No owner</Verdict> },
          {
            label: "Treatment",
            value:
              risk.treatment === null ? <Missing>not decided</Missing> : TREATMENT_LABELS[risk.treatment],
          },
          {
            label: "Next action",
            value: risk.nextAction === "" ? <Missing>none stated</Missing> : risk.nextAction,
          },
          { label: "Due", value: <Due on={risk.dueOn} overdueDays={Math.max(0, late)} /> },
          { label: "Possible", value: <Possible on={risk.strikesOn} today={today} /> },
          { label: "Domain", value: risk.domain?.name ?? <Missing>no domain</Missing> },
          {
            label: "Raised",
            value: <Moment at={risk.createdAt} zone={actor.zone} show="day" />,
          },
        ]}
      />
    </Section>
  );
}

function Possible({ on, today }: { on: string | null; today: string }) {
  if (on === null) return <Missing />;
  return (
    <>
      {PROXIMITY_LABELS[proximityOf(on, today)]}, from <Day on={on} />
    </>
  );
}

async function ControlsPart({ risk, actor, program }: { risk: RiskView; actor: Actor; program: string }) {
  const actions =
    can(actor, "risk:write") && risk.status === "open"
      ? { link: linkControlAction.bind(null, program), unlink: unlinkControlAction.bind(null, program) }
      : undefined;
  const controls = await controlsOfRisk(actor, risk.id, new Date());
  return (
    <RiskControls controls={controls} code={risk.code} path={`/p/${program}/controls`} actions={actions} />
  );
}

async function LinksPart({ risk, actor, program }: { risk: RiskView; actor: Actor; program: string }) {
  const mayLink = can(actor, "risk:write") && risk.status === "open";
  const choices = mayLink ? await riskChoices(actor) : null;
  const action = mayLink ? linkRiskAction.bind(null, program) : undefined;
  const hidden = { riskId: risk.id, version: risk.version };
  const waveLabel = (wave: { number: number; name: string }) => `Wave ${wave.number} ${wave.name}`;
  return (
    <Section id="links" title="What it touches">
      <div
        className="cols c3"
        style={{ gridTemplateColumns: "repeat(auto-fit, minmax(260px, 1fr))", gap: "24px 40px" }}
      >
        <RiskLinks
          name="workloadIds"
          noun="workload"
          linked={risk.workloads.map((one) => ({
            id: one.id,
            label: one.name,
            href: `/p/${program}/workloads/${one.id}`,
          }))}
          choices={{ source: `/api/p/${program}/workloads/names` }}
          action={action}
          hidden={hidden}
        />
        <RiskLinks
          name="waveIds"
          noun="wave"
          linked={risk.waves.map((one) => ({
            id: one.id,
            label: waveLabel(one),
            href: `/p/${program}/waves/${one.number}`,
          }))}
          choices={(choices?.waves ?? []).map((one) => ({ id: one.id, label: waveLabel(one) }))}
          action={action}
          hidden={hidden}
        />
      </div>
    </Section>
  );
}
