import { notFound } from "next/navigation";
import { SeatRows } from "@/components/gates/seat-rows";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { GO_NO_GO_TEMPLATE } from "@/lib/gates/rules/go-no-go-template";
import { listMembers } from "@/lib/programs/queries/members";
import { getWave } from "@/lib/waves/queries/get-wave";
import { openGateAction } from "../actions";

type Params = { params: Promise<{ program: string; number: string }> };

export const metadata = { title: "Open the go/no-go gate" };

export default async function OpenGatePage({ params }: Params) {
  const { program, number } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "gate:configure") || !/^\d{1,4}$/.test(number)) notFound();
  const wave = await getWave(actor, Number(number), { now: new Date(), gate: null });
  if (wave === null) notFound();
  const members = await listMembers(actor);
  const base = `/p/${program}/waves/${number}`;
  return (
    <>
      <PageHeader title={`Open the go/no-go gate of ${wave.name}`} eyebrow={`Attempt ${wave.attempt}`} />
      <ActionForm
        action={openGateAction.bind(null, { slug: program, number: Number(number) })}
        hidden={{ waveId: wave.waveId }}
        submit="Open the gate"
        beside={<Cancel href={base} />}
      >
        <SeatRows members={members.map(({ userId, name, role }) => ({ userId, name, role }))} />
        <TextField
          name="quorum"
          label="How many of them must approve"
          inputMode="numeric"
          narrow
          defaultValue="2"
        />
      </ActionForm>
      <Section
        title="What it will ask"
        id="criteria"
        finding={`${GO_NO_GO_TEMPLATE.length} criteria from the go/no-go template.`}
      >
        <ul className="rows dense">
          {GO_NO_GO_TEMPLATE.map((criterion) => (
            <li key={criterion.key}>
              <span className="b">{criterion.title}</span>{" "}
              <span className="mute">
                {criterion.source === "computed" ? "checked by the system" : "attested by a person"}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
