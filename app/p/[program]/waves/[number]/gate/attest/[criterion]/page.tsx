import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Button, Cancel } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { PageHeader } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { getGateAsking } from "@/lib/gates/queries/get-gate";
import { gatePath } from "@/lib/gates/rules/gate-path";
import { EvidenceOf } from "../../../../../evidence/evidence-of";
import { attestAction } from "../../actions";

type Params = { params: Promise<{ program: string; number: string; criterion: string }> };

export const metadata = { title: "Attest a criterion" };

export default async function AttestPage({ params }: Params) {
  const { program, number, criterion: id } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "gate:read") || !/^\d{1,4}$/.test(number)) notFound();
  const view = await getGateAsking(actor, { waveNumber: Number(number), criterionId: id }, new Date());
  const criterion = view?.judged.criteria.find((one) => one.id === id && one.source === "attested");
  if (!view || !criterion) notFound();
  const gate = `/p/${program}/waves/${number}/${gatePath(view.facts.gate.kind)}`;
  const [blocker] = view.attestBlockers;
  return (
    <>
      <PageHeader title={criterion.title} eyebrow={view.facts.gate.name} />
      {blocker ? (
        <Callout
          title="You cannot attest this"
          tone="risk"
          actions={<Button href={gate}>Back to the gate</Button>}
        >
          {blocker.message}
        </Callout>
      ) : (
        <ActionForm
          action={attestAction.bind(null, { slug: program, number: Number(number) })}
          hidden={{ criterionId: criterion.id, gateKind: view.facts.gate.kind }}
          submit="Attest"
          beside={<Cancel href={gate} />}
        >
          <p className="soft">
            Your name stands beside this. Whoever attests a criterion cannot sign this gate.
          </p>
          <SelectField
            name="met"
            label="Is it met?"
            options={[
              { value: "yes", label: "Yes, it is met" },
              { value: "no", label: "No, it is not met" },
            ]}
          />
          <TextArea
            name="statement"
            label="What you attest, and what it rests on"
            hint="For example: rollback rehearsed on Sunday 10 January, took 52 min."
          />
          <TextField
            name="evidenceUrl"
            label="Link to the evidence"
            type="url"
            optional
            hint="A full web address, starting with https://."
          />
        </ActionForm>
      )}
      <EvidenceOf
        actor={actor}
        subject={{ type: "criterion", id: criterion.id }}
        means="Part of what is signed: signatures given before become stale when evidence is attached, taken off or revised."
      />
    </>
  );
}
