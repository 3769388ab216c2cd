import { notFound } from "next/navigation";
import { DeputyList } from "@/components/gates/deputy-list";
import { LendForm } from "@/components/gates/lend-form";
import { ActionForm } from "@/components/ui/action-form";
import { Button, Cancel } from "@/components/ui/button";
import { TextArea } from "@/components/ui/fields";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { getGateById } from "@/lib/gates/queries/get-gate";
import { signersIn } from "@/lib/gates/queries/signers";
import { lendingState } from "@/lib/gates/rules/deputies";
import { gatePath } from "@/lib/gates/rules/gate-path";
import { addDays, dateIn } from "@/lib/kernel/time";
import { proofFor } from "../../proof";
import { lendSeatAction, takeSeatBackAction } from "./actions";

type Props = {
  params: Promise<{ program: string; gate: string }>;
  searchParams: Promise<{ end?: string | string[] }>;
};

export const metadata = { title: "Somebody signs in your stead" };

export default async function DeputyPage({ params, searchParams }: Props) {
  const { program, gate } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "gate:sign")) notFound();
  const now = new Date();
  const view = await getGateById(actor, gate, now);
  if (view === null) notFound();
  const { facts } = view;
  const seat = facts.seats.find((one) => one.userId === actor.userId);
  const mine = facts.deputies.filter((one) => [one.fromUserId, one.toUserId].includes(actor.userId));
  const shown = can(actor, "gate:configure") ? facts.deputies : mine;
  if (seat === undefined && shown.length === 0 && !can(actor, "gate:configure")) notFound();
  const place = { slug: program, gateId: gate };
  const back = `/p/${program}/waves/${facts.wave.number}/${gatePath(facts.gate.kind)}`;
  const path = `/p/${program}/gates/${gate}/deputy`;
  const { end } = await searchParams;
  const ending = shown.find(
    (one) => one.id === end && ["to_come", "in_force"].includes(lendingState(one, now)),
  );
  const today = dateIn(actor.zone, now);
  return (
    <>
      <PageHeader
        title="Somebody signs in your stead"
        eyebrow={`Wave ${facts.wave.number}, ${facts.gate.name}`}
        actions={<Button href={back}>Back to the gate</Button>}
      />
      <Section title="Who stands in for whom" id="deputies">
        <DeputyList deputies={shown} seats={facts.seats} zone={actor.zone} now={now} path={path} />
      </Section>
      {ending === undefined ? null : (
        <Section
          title={`End that ${ending.toName} signs for ${ending.fromName}`}
          id="end"
          finding="What was signed before counts on."
        >
          <ActionForm
            action={takeSeatBackAction.bind(null, place)}
            hidden={{ delegationId: ending.id }}
            submit="End it now"
            beside={<Cancel href={path} />}
          >
            <TextArea name="reason" label="Why it ends" maxLength={500} rows={2} />
          </ActionForm>
        </Section>
      )}
      {seat === undefined || ending !== undefined ? null : (
        <Section
          title="Let somebody sign for you"
          id="lend"
          finding={`You are asked as ${seat.capacity}. What they sign carries both names and counts like your own.`}
        >
          <LendForm
            action={lendSeatAction.bind(null, place)}
            seatId={seat.id}
            people={await signersIn(actor, facts, seat)}
            zone={actor.zone}
            from={`${today}T00:00`}
            to={`${addDays(today, 7)}T00:00`}
            proof={await proofFor(actor)}
            beside={<Cancel href={back} />}
          />
        </Section>
      )}
    </>
  );
}
