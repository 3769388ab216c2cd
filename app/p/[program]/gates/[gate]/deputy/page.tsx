import { notFound } from "next/navigation";
import { DeputyList } from "@/components/gates/deputy-list";
import { LendForm } from "@/components/gates/lend-form";
import { Cancel } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { getGateById } from "@/lib/gates/queries/get-gate";
import { signersIn } from "@/lib/gates/queries/signers";
import { gatePath } from "@/lib/gates/rules/gate-path";
import { addDays, dateIn } from "@/lib/kernel/time";
import { proofFor } from "../../proof";
import { lendSeatAction, takeSeatBackAction } from "./actions";

type Params = { params: Promise<{ program: string; gate: string }> };

export const metadata = { title: "Somebody signs in your stead" };

export default async function DeputyPage({ params }: Params) {
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
  const today = dateIn(actor.zone, now);
  return (
    <>
      <PageHeader
        title="Somebody signs in your stead"
        eyebrow={`Wave ${facts.wave.number}, ${facts.gate.name}`}
      />
      <Section title="Who stands in for whom" id="deputies">
        <DeputyList
          deputies={shown}
          seats={facts.seats}
          zone={actor.zone}
          now={now}
          action={takeSeatBackAction.bind(null, place)}
        />
      </Section>
      {seat === undefined ? null : (
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
