import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { judgedRisk } from "@/components/risks/acceptance-section";
import { ExpiryField } from "@/components/risks/expiry-field";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { proposeBlockers } from "@/lib/risks/rules/acceptance-blockers";
import { scoreOf } from "@/lib/risks/rules/scores";
import { proposeAcceptanceAction } from "../../actions";
import { loadRisk } from "../load";

type Props = { params: Promise<{ program: string; code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Propose to accept ${(await params).code}` };
}

export default async function ProposeAcceptancePage({ params }: Props) {
  const { program, code } = await params;
  const { actor, risk } = await loadRisk(program, code);
  if (!can(actor, "risk:write")) notFound();
  const back = `/p/${program}/risks/${risk.code}`;
  const score = scoreOf(risk.current);
  const [blocker] = proposeBlockers(judgedRisk(risk), risk.acceptances, new Date());
  return (
    <>
      <PageHeader
        eyebrow={`${risk.code}, ${risk.title}`}
        title="Propose to accept"
        why={
          <>
            <span>An executive who neither owns this risk nor proposed its acceptance decides.</span>
            {score === null ? null : (
              <span>
                It stands at {score}; the appetite is {risk.domain?.appetite ?? "not stated"}.
              </span>
            )}
          </>
        }
      />
      {blocker ? (
        <Callout
          title={blocker.message}
          tone="unk"
          actions={<Button href={back}>Back to {risk.code}</Button>}
        />
      ) : (
        <FormSection
          id="acceptance"
          title="What is asked for"
          action={proposeAcceptanceAction.bind(null, program)}
          hidden={{ riskId: risk.id }}
          submit="Propose"
          pending="Proposing…"
          backHref={back}
        >
          <TextArea name="reason" label="Why the program should live with it" required maxLength={1000} />
          <TextArea
            name="scope"
            label="What it covers"
            hint="Sites, services, an occasion. Leave empty for all of the risk."
            optional
            rows={2}
          />
          <TextArea
            name="conditions"
            label="Conditions"
            hint="What must stay true, or be done, while it is accepted."
            optional
            rows={2}
          />
          <TextField
            name="upToScore"
            label="Highest score that is accepted"
            hint="Above it the risk counts as above appetite again."
            inputMode="numeric"
            narrow
            defaultValue={score ?? ""}
          />
          <ExpiryField zone={actor.programZone} />
        </FormSection>
      )}
    </>
  );
}
