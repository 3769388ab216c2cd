import type { Metadata } from "next";
import { EventRows } from "@/components/audit/event-rows";
import { ControlStateMark } from "@/components/controls/control-state";
import { UnlinkForm } from "@/components/controls/risk-controls";
import { VerificationTable } from "@/components/controls/verification-table";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { TextArea, TextField } from "@/components/ui/fields";
import { FormFold } from "@/components/ui/form-fold";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Day } from "@/components/ui/moment";
import { DefinitionList, PageHeader, Section } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import { can } from "@/lib/access/policy";
import { historyOf } from "@/lib/audit/queries/events";
import { OUTCOME_LABELS } from "@/lib/controls/labels";
import { type ControlView, OUTCOMES } from "@/lib/controls/model";
import { counted } from "@/lib/kernel/text";
import { RISK_STATUS_LABELS } from "@/lib/risks/labels";
import { EvidenceOf } from "../../evidence/evidence-of";
import { linkControlAction, recordVerificationAction, unlinkControlAction } from "../actions";
import { loadControl } from "./load";

type Props = { params: Promise<{ program: string; control: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, control } = await params;
  return { title: (await loadControl(program, control)).control.title };
}

export default async function ControlPage({ params }: Props) {
  const { program, control: id } = await params;
  const { actor, control } = await loadControl(program, id);
  const writes = can(actor, "risk:write");
  const events = await historyOf(actor, "control", control.id, 50);
  const base = `/p/${program}`;
  return (
    <>
      <PageHeader
        eyebrow="Control"
        title={control.title}
        place={{ id: control.id, name: control.title }}
        why={
          <>
            <ControlStateMark state={control.state} />
            <HoldsWords control={control} />
          </>
        }
        actions={writes ? <Button href={`${base}/controls/${control.id}/edit`}>Change</Button> : undefined}
      />
      <FactsPart control={control} />
      <Section id="verifications" title="Verifications">
        <VerificationTable entries={control.verifications} zone={actor.zone} />
        {writes ? <VerifyPart control={control} program={program} /> : null}
      </Section>
      <RisksPart control={control} program={program} writes={writes} />
      <EvidenceOf actor={actor} subject={{ type: "control", id: control.id }} />
      <Section id="history" title="History">
        <EventRows events={events} zone={actor.zone} />
      </Section>
    </>
  );
}

function HoldsWords({ control: { state, holdsUntil } }: { control: ControlView }) {
  if (holdsUntil === null) return null;
  return (
    <span>
      {state === "due" ? "held until " : "holds until "}
      <Day on={holdsUntil} />
    </span>
  );
}

function FactsPart({ control }: { control: ControlView }) {
  return (
    <Section id="facts" title="What it works against">
      <DefinitionList
        items={[
          { label: "Typical failure", value: control.failure },
          { label: "Business impact", value: control.impact },
          { label: "Control response", value: control.response },
          { label: "Owner", value: control.owner ?? <Verdict tone="off">No owner</Verdict> },
          { label: "Domain", value: control.domain ?? <Missing>no domain</Missing> },
          { label: "How it is verified", value: control.howVerified },
          { label: "Verified every", value: counted(control.everyDays, "day") },
        ]}
      />
    </Section>
  );
}

function VerifyPart({ control, program }: { control: ControlView; program: string }) {
  if (control.stage === "planned")
    return <p className="mute">Once it is implemented, somebody records whether it holds.</p>;
  return (
    <FormFold label="Record a verification">
      <ActionForm
        key={control.verifications.length}
        action={recordVerificationAction.bind(null, program)}
        hidden={{ controlId: control.id }}
        submit="Record the verification"
        pending="Recording…"
        className="form spaced"
        aria-label="Record a verification"
      >
        <Choices
          name="outcome"
          legend="What was found"
          hint="It is never changed. A mistaken one is put right by another of the same day."
          options={OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] }))}
        />
        <TextField name="verifiedOn" label="On" hint="Empty is today." type="date" optional narrow />
        <TextArea name="note" label="Note" hint="What was looked at." optional rows={2} />
      </ActionForm>
    </FormFold>
  );
}

function RisksPart({
  control: { id, risks },
  program,
  writes,
}: {
  control: ControlView;
  program: string;
  writes: boolean;
}) {
  const unlink = unlinkControlAction.bind(null, program);
  return (
    <Section
      id="risks"
      title="Risks it works against"
      finding={risks.length === 0 ? "No risk is linked." : undefined}
    >
      {risks.length === 0 ? null : (
        <Tbl caption="Linked risks" stack="run">
          <Heads of={["Risk", "Status", writes ? ["Acts", "vh"] : null]} />
          <tbody>
            {risks.map(({ code, title, status }) => (
              <tr key={code}>
                <th scope="row">
                  <Link href={`/p/${program}/risks/${code}`}>
                    {code} {title}
                  </Link>
                </th>
                <td className="soft">{RISK_STATUS_LABELS[status]}</td>
                {writes ? (
                  <td className="r act">
                    {status === "open" ? (
                      <UnlinkForm action={unlink} hidden={{ controlId: id, code }} label={code} />
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </Tbl>
      )}
      {writes ? (
        <FormFold label="Link a risk">
          <ActionForm
            key={risks.length}
            action={linkControlAction.bind(null, program)}
            hidden={{ controlId: id }}
            submit="Link"
            submitLook={{}}
            className="form spaced"
            aria-label="Link a risk"
          >
            <TextField name="code" label="Link a risk" hint="Its code, such as R-004." narrow />
          </ActionForm>
        </FormFold>
      ) : null}
    </Section>
  );
}
