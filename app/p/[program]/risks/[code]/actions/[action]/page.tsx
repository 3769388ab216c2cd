import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionFields } from "@/components/risks/action-fields";
import { ActionState } from "@/components/risks/action-section";
import { Due } from "@/components/risks/due";
import { wordsOf } from "@/components/risks/score-figures";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { TextArea, TextField } from "@/components/ui/fields";
import { FormFold } from "@/components/ui/form-fold";
import { Missing } from "@/components/ui/missing";
import { DefinitionList, PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import type { RiskActionView } from "@/lib/risks/model/risk";
import type { RiskScale } from "@/lib/risks/model/scale";
import { riskChoices } from "@/lib/risks/queries/risk-choices";
import { riskScales } from "@/lib/risks/queries/risk-scales";
import { scaleInUse } from "@/lib/risks/rules/scales";
import { changeActionAction, settleActionAction } from "../../../actions";
import { loadRisk } from "../../load";

type Props = { params: Promise<{ program: string; code: string; action: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Action against ${(await params).code}` };
}

export default async function ActionPage({ params }: Props) {
  const { program, code, action: id } = await params;
  const { actor, risk } = await loadRisk(program, code);
  const action = risk.actions.find((one) => one.id === id);
  if (action === undefined) notFound();
  const scale = scaleInUse(await riskScales(actor));
  const back = `/p/${program}/risks/${risk.code}`;
  const writes = can(actor, "risk:write") && risk.status === "open";
  const hidden = { actionId: action.id, version: action.version };
  return (
    <>
      <PageHeader
        eyebrow={`${risk.code}, ${risk.title}`}
        title={action.what}
        why={<ActionState action={action} />}
        actions={<Button href={back}>{`Back to ${risk.code}`}</Button>}
      />
      <ActionFacts action={action} scale={scale} />
      {writes ? <Settle key={`settle-${action.version}`} {...{ action, hidden, program }} /> : null}
      {writes && action.state === "open" ? (
        <Section id="change" title="Change the action">
          <FormFold label="Change what, who and when">
            <ActionForm
              key={`change-${action.version}`}
              action={changeActionAction.bind(null, program)}
              hidden={hidden}
              submit="Save"
              pending="Saving…"
              submitLook={{ variant: "default" }}
            >
              <ActionFields people={(await riskChoices(actor)).people} scale={scale} action={action} />
            </ActionForm>
          </FormFold>
        </Section>
      ) : null}
    </>
  );
}

function ActionFacts({ action, scale }: { action: RiskActionView; scale: RiskScale }) {
  const { owner, dueOn, lateDays, expected, settledNote } = action;
  const silent = expected.likelihood === null && expected.impact === null;
  return (
    <Section id="facts" title="What was planned">
      <DefinitionList
        items={[
          { label: "Owner", value: owner ?? <b className="miss">no owner</b> },
          { label: "Due", value: <Due on={dueOn} overdueDays={lateDays} /> },
          { label: "Should bring", value: silent ? <Missing>not stated</Missing> : wordsOf(expected, scale) },
          ...(settledNote === "" ? [] : [{ label: "What came of it", value: settledNote }]),
        ]}
      />
    </Section>
  );
}

type SettleProps = { action: RiskActionView; hidden: { actionId: string; version: number }; program: string };

function Settle({ action, hidden, program }: SettleProps) {
  const settle = settleActionAction.bind(null, program);
  if (action.state !== "open") {
    return (
      <Section id="settle" title="Take it up again">
        <ActionForm action={settle} hidden={{ ...hidden, state: "open" }} submit="Open the action again" />
      </Section>
    );
  }
  return (
    <Section
      id="settle"
      title="Settle"
      finding="The score changes when somebody assesses the risk, not by this."
    >
      <ActionForm action={settle} hidden={hidden} submit="Settle the action" pending="Saving…">
        <Choices
          name="state"
          legend="What became of it"
          options={[
            { value: "done", label: "Done" },
            { value: "dropped", label: "Dropped", hint: "It will not be done. Say why." },
          ]}
        />
        <TextField name="settledOn" label="On" hint="Empty is today." type="date" optional narrow />
        <TextArea name="note" label="Note" hint="Needed to drop it." optional rows={2} />
      </ActionForm>
    </Section>
  );
}
