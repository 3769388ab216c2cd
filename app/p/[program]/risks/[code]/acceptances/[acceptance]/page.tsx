import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { judgedRisk } from "@/components/risks/acceptance-section";
import { AcceptanceStatus } from "@/components/risks/acceptance-table";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { TextArea } from "@/components/ui/fields";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { DefinitionList, PageHeader, Section } from "@/components/ui/page";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { Acceptance } from "@/lib/risks/model/acceptance";
import type { RiskView } from "@/lib/risks/model/register";
import { acceptanceState } from "@/lib/risks/rules/acceptance";
import { decideBlockers, revokeBlockers, withdrawBlockers } from "@/lib/risks/rules/acceptance-blockers";
import { scoreOf } from "@/lib/risks/rules/scores";
import { decideAcceptanceAction, revokeAcceptanceAction, withdrawAcceptanceAction } from "../../../actions";
import { loadRisk } from "../../load";

type Props = { params: Promise<{ program: string; code: string; acceptance: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Acceptance of ${(await params).code}` };
}

export default async function AcceptancePage({ params }: Props) {
  const { program, code, acceptance: id } = await params;
  const { actor, risk } = await loadRisk(program, code);
  const acceptance = risk.acceptances.find((one) => one.id === id);
  if (acceptance === undefined) notFound();
  const now = new Date();
  const score = scoreOf(risk.current);
  const back = `/p/${program}/risks/${risk.code}`;
  return (
    <>
      <PageHeader
        eyebrow={`${risk.code}, ${risk.title}`}
        title={acceptance.decision === null ? "Proposal to accept" : "Acceptance"}
        why={
          <>
            <AcceptanceStatus state={acceptanceState(acceptance, score, now)} />
            <span>
              {risk.code} stands at {score ?? "an unknown score"}; the appetite is{" "}
              {risk.domain?.appetite ?? "not stated"}.
            </span>
          </>
        }
        actions={<Button href={back}>{`Back to ${risk.code}`}</Button>}
      />
      <Terms acceptance={acceptance} zone={actor.zone} />
      <NextAct {...{ acceptance, risk, actor, now, program }} />
    </>
  );
}

function Terms({ acceptance, zone }: { acceptance: Acceptance; zone: string }) {
  const { scope, conditions, comment, decidedBy, decidedAt, revokedBy, revokedAt, revokedReason } =
    acceptance;
  return (
    <Section id="terms" title={decidedAt === null ? "What is asked for" : "What was asked for"}>
      <DefinitionList
        items={[
          { label: "Reason", value: acceptance.reason },
          { label: "Covers", value: scope === "" ? "all of the risk" : scope },
          { label: "Conditions", value: conditions === "" ? "none" : conditions },
          { label: "Highest score", value: `up to ${acceptance.upToScore}` },
          {
            label: "Until",
            value: <Moment at={acceptance.expiresAt} zone={acceptance.zone} yourZone={zone} city />,
          },
          {
            label: "Proposed",
            value: (
              <>
                {acceptance.proposedBy}, <Moment at={acceptance.proposedAt} zone={zone} />
              </>
            ),
          },
          {
            label: "Decided",
            value:
              decidedAt === null ? (
                <Undecided acceptance={acceptance} zone={zone} />
              ) : (
                <>
                  {acceptance.decision === "accepted" ? "Accepted" : "Refused"} by {decidedBy},{" "}
                  <Moment at={decidedAt} zone={zone} />
                  {comment === "" ? null : <span className="sub">“{comment}”</span>}
                </>
              ),
          },
          ...(revokedAt === null
            ? []
            : [
                {
                  label: "Revoked",
                  value: (
                    <>
                      {revokedBy}, <Moment at={revokedAt} zone={zone} />
                      <span className="sub">“{revokedReason}”</span>
                    </>
                  ),
                },
              ]),
        ]}
      />
    </Section>
  );
}

function Undecided({ acceptance, zone }: { acceptance: Acceptance; zone: string }) {
  const { withdrawnAt, withdrawnReason } = acceptance;
  if (!withdrawnAt) return <Missing>nobody yet</Missing>;
  return (
    <>
      Taken back by {acceptance.proposedBy}, <Moment at={withdrawnAt} zone={zone} />
      <span className="sub">“{withdrawnReason}”</span>
    </>
  );
}

type ActProps = { acceptance: Acceptance; risk: RiskView; actor: Actor; now: Date; program: string };

function NextAct({ acceptance, risk, actor, now, program }: ActProps) {
  const judged = judgedRisk(risk);
  const hidden = { acceptanceId: acceptance.id, version: acceptance.version };
  const undecided = acceptance.decision === null && !acceptance.withdrawnAt;
  if (can(actor, "risk:write") && withdrawBlockers(acceptance, judged, actor, now).length === 0)
    return (
      <Section
        id="withdraw"
        title="Take it back"
        finding="An executive decides. Until then you may take it back."
      >
        <ActionForm
          key={`withdraw-${acceptance.version}`}
          action={withdrawAcceptanceAction.bind(null, program)}
          hidden={hidden}
          submit="Take the proposal back"
          submitLook={{ variant: "default" }}
        >
          <TextArea name="reason" label="Why it is taken back" required />
        </ActionForm>
      </Section>
    );
  if (!can(actor, "risk:accept")) return undecided ? <Why>An executive decides.</Why> : null;
  if (acceptance.withdrawnAt) return null;
  if (!undecided) {
    if (revokeBlockers(acceptance, judged, now).length > 0) return null;
    return (
      <Section id="revoke" title="Revoke" finding="The risk stands above appetite again at once.">
        <ActionForm
          key={`revoke-${acceptance.version}`}
          action={revokeAcceptanceAction.bind(null, program)}
          hidden={hidden}
          submit="Revoke the acceptance"
          submitLook={{ variant: "default" }}
        >
          <TextArea name="reason" label="Why it is taken back" required />
        </ActionForm>
      </Section>
    );
  }
  const blockers = decideBlockers(acceptance, judged, actor, now);
  if (blockers.length > 0) return <Why>{blockers.map(({ message }) => message).join(" ")}</Why>;
  return (
    <Section id="decide" title="Your decision" finding="It is recorded with your name and cannot be changed.">
      <ActionForm
        key={`decide-${acceptance.version}`}
        action={decideAcceptanceAction.bind(null, program)}
        hidden={hidden}
        submit="Record the decision"
        pending="Recording…"
      >
        <Choices
          name="decision"
          legend="Decision"
          options={[
            { value: "accepted", label: "Accept", hint: "The program lives with it until then." },
            { value: "refused", label: "Refuse", hint: "It stays above appetite. Say why." },
          ]}
        />
        <TextArea name="comment" label="Comment" hint="Needed to refuse." optional />
      </ActionForm>
    </Section>
  );
}

function Why({ children }: { children: string }) {
  return (
    <Section id="decide" title="Decision">
      <p className="soft">{children}</p>
    </Section>
  );
}
