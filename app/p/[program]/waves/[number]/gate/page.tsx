import { notFound } from "next/navigation";
import { Agreement } from "@/components/gates/agreement";
import { ConditionList } from "@/components/gates/condition-list";
import { DecideForm } from "@/components/gates/decide-form";
import { GateList } from "@/components/gates/gate-list";
import { GoneWrong } from "@/components/gates/gone-wrong";
import { GroupCounts } from "@/components/gates/group-counts";
import { TestedTable } from "@/components/gates/tested-table";
import { WhoSigns } from "@/components/gates/who-signs";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Digest, Moment } from "@/components/ui/moment";
import { namedOptions } from "@/components/ui/options";
import { PageHeader, Section } from "@/components/ui/page";
import { Callout, EmptyState } from "@/components/ui/states";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { JudgedCriterion } from "@/lib/gates/model/judged";
import { type GateView, getGate } from "@/lib/gates/queries/get-gate";
import { listWaveGates } from "@/lib/gates/queries/wave-gates";
import { standsInFor } from "@/lib/gates/rules/deputies";
import { readGateKind } from "@/lib/gates/rules/gate-path";
import { mendOf } from "@/lib/gates/rules/mend";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import { listPeople } from "@/lib/programs/queries/members";
import { GATE_KIND_LABELS } from "@/lib/waves/labels";
import type { GateKind } from "@/lib/waves/model/states";
import { proofFor } from "../../../gates/proof";
import { closeConditionAction, signGateAction } from "./actions";
import { Changed, SinceLook } from "./changed";
import { Lend } from "./lend";

type Props = { params: Promise<{ program: string; number: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props) {
  const kind = readGateKind((await searchParams).kind);
  return { title: kind === null || kind === "go_no_go" ? "Go or no-go" : `${GATE_KIND_LABELS[kind]} gate` };
}

export default async function GatePage({ params, searchParams }: Props) {
  const { program, number } = await params;
  const actor = await requireActor(program);
  const kind = readGateKind((await searchParams).kind);
  if (!can(actor, "gate:read") || !/^\d{1,4}$/.test(number) || kind === null) notFound();
  const now = new Date();
  const view = await getGate(actor, Number(number), now, kind);
  if (view === null) return <NoGate actor={actor} number={Number(number)} kind={kind} />;
  const gates = await listWaveGates(actor, Number(number), now);
  const { facts, judged } = view;
  const base = `/p/${program}/waves/${number}`;
  const path = `/p/${program}/gates/${facts.gate.id}`;
  return (
    <div className="doc">
      <div>
        <Head view={view} actor={actor} now={now} />
        <Section title="What you agree to" id="agree">
          <Agreement facts={facts} zone={actor.zone} now={now} />
        </Section>
        <Changed view={view} zone={actor.zone} />
        <SinceLook view={view} actor={actor} now={now} />
        <Section title="Was it tested" id="tested" finding={testedFinding(view)}>
          <GroupCounts criteria={judged.criteria} />
          <TestedTable
            criteria={judged.criteria}
            evidencePath={`/p/${program}/evidence`}
            actionFor={(criterion) => (
              <CriterionActions criterion={criterion} base={base} view={view} actor={actor} />
            )}
          />
        </Section>
        <Section title="If it goes wrong" id="wrong">
          <GoneWrong facts={facts} zone={actor.zone} />
        </Section>
        <ConditionList
          conditions={facts.conditions}
          mayClose={can(actor, "condition:close")}
          action={closeConditionAction.bind(null, { slug: program, number: Number(number) })}
        />
      </div>
      <aside className="side" aria-label="Signatures">
        <h2>
          Who signs{" "}
          <span>{`${judged.approvals} of ${facts.gate.quorum} ${judged.approvals === 1 ? "holds" : "hold"}`}</span>
        </h2>
        <WhoSigns
          seats={judged.seats}
          deputies={facts.deputies}
          stale={new Map(view.stale.map((seat) => [seat.seatId, seat.changes]))}
          quorum={facts.gate.quorum}
          zone={actor.zone}
          now={now}
          myUserId={actor.userId}
          recordsPath={`/p/${program}/sign-offs`}
        />
        <Lend view={view} actor={actor} base={path} now={now} />
        <h2>Gates of this attempt</h2>
        <GateList gates={gates} base={base} mayOpen={can(actor, "gate:configure")} />
        <p className="no-print" style={{ marginTop: 12 }}>
          <Link className="go" href={`${path}/meeting`}>
            Show it in the meeting
          </Link>
          <br />
          <Link className="go" href={`${path}/record`}>
            Print the sign-off record
          </Link>
        </p>
        <h2>What exactly is signed</h2>
        <p className="soft dense">
          A frozen copy of the facts on this page, made <Moment at={new Date()} zone={actor.zone} />.
        </p>
        <Digest hex={judged.digest} />
      </aside>
      <Decide view={view} actor={actor} program={program} number={Number(number)} />
    </div>
  );
}

function Head({ view, actor, now }: { view: GateView; actor: Actor; now: Date }) {
  const { facts, judged, mySeat } = view;
  const stead = mySeat && standsInFor(mySeat, actor) ? ` in the stead of ${mySeat.userName}` : "";
  const asked =
    view.signBlockers.length === 0 && mySeat ? `You are asked${stead} as ${mySeat.capacity}.` : null;
  return (
    <>
      <PageHeader
        large
        eyebrow={
          facts.gate.closesAt ? (
            <>
              Signatures {facts.gate.closesAt < now ? "were" : "are"} due{" "}
              <Moment at={facts.gate.closesAt} zone={actor.zone} city />
            </>
          ) : (
            `Wave ${facts.wave.number}, attempt ${facts.gate.attempt}`
          )
        }
        title={facts.gate.name}
      />
      {asked ? <p className="read soft">{asked}</p> : null}
      {judged.holds ? (
        <Callout level={2} tone="done" title="This gate holds">
          Every criterion is met or waived and the signatures are complete.
        </Callout>
      ) : (
        <Callout level={2} tone="risk" title="This gate does not hold yet">
          {judged.reasons.join(" ")}
        </Callout>
      )}
    </>
  );
}

type CriterionActionsProps = { criterion: JudgedCriterion; base: string; view: GateView; actor: Actor };

function CriterionActions({ criterion, base, view, actor }: CriterionActionsProps) {
  const mayAttest = criterion.source === "attested" && view.attestBlockers.length === 0;
  const mayWaive =
    can(actor, "gate:waive") && (criterion.status === "not_met" || criterion.status === "unknown");
  const mend =
    criterion.source === "computed" && (criterion.status === "not_met" || criterion.status === "unknown");
  if (!mayAttest && !mayWaive && !mend) return null;
  const { kind } = view.facts.gate;
  const place = mendOf(criterion, { kind, base, program: `/p/${actor.programSlug}` });
  const query = kind === "go_no_go" ? "" : `?kind=${kind}`;
  return (
    <span className="acts-row">
      {mend ? (
        <Link className="go" href={place.href}>
          {place.word}
        </Link>
      ) : null}
      {mayAttest ? (
        <Link className="go" href={`${base}/gate/attest/${criterion.id}${query}`}>
          {criterion.attestation ? "Attest again" : "Attest"}
        </Link>
      ) : null}
      {mayWaive ? (
        <Link className="go" href={`${base}/gate/waive/${criterion.id}${query}`}>
          Waive
        </Link>
      ) : null}
    </span>
  );
}

type DecideProps = { view: GateView; actor: Actor; program: string; number: number };

async function Decide({ view, actor, program, number }: DecideProps) {
  if (!can(actor, "gate:sign")) return null;
  const [blocker] = view.signBlockers;
  const signed = view.mySeat?.signOff?.userId === actor.userId && view.mySeat.state !== "stale";
  if (blocker || view.mySeat === null) {
    return <p className="decide soft">{blocker?.message ?? "This gate does not ask for your signature."}</p>;
  }
  const people = namedOptions(await listPeople(actor));
  return (
    <div>
      {signed ? (
        <p className="soft" style={{ marginTop: 40 }}>
          You have decided, and your signature holds. You can still decide otherwise.
        </p>
      ) : null}
      <DecideForm
        action={signGateAction.bind(null, { slug: program, number })}
        gateId={view.facts.gate.id}
        digest={view.judged.digest}
        gateName={view.facts.gate.name}
        people={people}
        proof={await proofFor(actor)}
        onBehalfOf={standsInFor(view.mySeat, actor) ? view.mySeat.userName : null}
      />
    </div>
  );
}

function NoGate({ actor, number, kind }: { actor: Actor; number: number; kind: GateKind }) {
  const base = `/p/${actor.programSlug}/waves/${number}`;
  return (
    <>
      <PageHeader
        title={
          kind === "go_no_go"
            ? `Go or no-go of wave ${number}`
            : `${GATE_KIND_LABELS[kind]} gate of wave ${number}`
        }
      />
      <EmptyState
        title="No gate is open for this attempt"
        action={
          can(actor, "gate:configure") ? (
            <Button href={`${base}/gate/open${kind === "go_no_go" ? "" : `?kind=${kind}`}`} variant="pri">
              Open the gate
            </Button>
          ) : (
            <Button href={base}>Back to the wave</Button>
          )
        }
      >
        {kind === "go_no_go"
          ? "A go/no-go gate lists what must be true before the cutover and who signs for it."
          : "A gate lists what must be true before the next step and who signs for it."}{" "}
        A program manager opens it.
      </EmptyState>
    </>
  );
}

function testedFinding({ judged }: GateView): string {
  const { met, waived, notMet, unknown } = judged.score;
  const parts = [
    `${counted(met, "check")} met`,
    ...(waived > 0 ? [`${waived} waived`] : []),
    notMet > 0 ? `${notMet} not met` : "none not met",
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
  ];
  return `${parts.join(", ")}.`;
}
