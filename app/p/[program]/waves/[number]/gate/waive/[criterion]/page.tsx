import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/fields";
import { PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { getGateAsking } from "@/lib/gates/queries/get-gate";
import { gatePath } from "@/lib/gates/rules/gate-path";
import { waiveAction } from "../../actions";

type Params = { params: Promise<{ program: string; number: string; criterion: string }> };

export const metadata = { title: "Waive a criterion" };

export default async function WaivePage({ params }: Params) {
  const { program, number, criterion: id } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "gate:waive") || !/^\d{1,4}$/.test(number)) notFound();
  const view = await getGateAsking(actor, { waveNumber: Number(number), criterionId: id }, new Date());
  const criterion = view?.judged.criteria.find((one) => one.id === id);
  if (!view || !criterion) notFound();
  const gate = `/p/${program}/waves/${number}/${gatePath(view.facts.gate.kind)}`;
  return (
    <>
      <PageHeader title={criterion.title} eyebrow={`Waive a criterion of ${view.facts.gate.name}`} />
      <ActionForm
        action={waiveAction.bind(null, { slug: program, number: Number(number) })}
        hidden={{ criterionId: criterion.id, gateKind: view.facts.gate.kind }}
        submit="Waive until that day"
        beside={<Cancel href={gate} />}
      >
        <p className="soft">
          What was found: {criterion.finding.replace(/[.\s]+$/, "")}. Signatures given before the waiver no
          longer count: the signers are asked again.
        </p>
        <TextArea name="reason" label="Why it may be passed over" />
        <TextField
          name="expiresAt"
          label="The waiver holds until the end of"
          type="date"
          narrow
          hint="Counted in UTC."
        />
      </ActionForm>
    </>
  );
}
