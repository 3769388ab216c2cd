import { Moment } from "@/components/ui/moment";
import { Section } from "@/components/ui/page";
import { DiffTable } from "@/components/ui/sheet-parts";
import type { Actor } from "@/lib/access/model";
import { noteLook } from "@/lib/gates/adapters/note-look";
import type { MaterialChange } from "@/lib/gates/model/judged";
import type { GateView } from "@/lib/gates/queries/get-gate";

/** What changed since the reader signed; nothing for who never did. */
export function Changed({ view, zone }: { view: GateView; zone: string }) {
  const { sinceMine } = view;
  if (sinceMine === null) return null;
  const { changes, signedAt } = sinceMine;
  return (
    <Section title="Changed since you signed" id="changed" finding={<Moment at={signedAt} zone={zone} />}>
      <Changes changes={changes} none="Nothing that you relied on has changed." />
    </Section>
  );
}

type SinceLookProps = { view: GateView; actor: Actor; now: Date };

/** For who is asked to sign: what is other than at their visit before. */
export async function SinceLook({ view: { facts, judged, mySeat, sinceMine }, actor, now }: SinceLookProps) {
  if (mySeat === null) return null;
  const zone = facts.wave.zone ?? actor.programZone;
  const since = await noteLook(actor, facts.gate.id, { snapshot: judged.snapshot, at: now }, zone);
  // whoever has signed is told what changed since: the longer list holds the shorter
  if (since === null || sinceMine !== null) return null;
  return (
    <Section
      title="Changed since you last looked"
      id="looked"
      finding={<Moment at={since.at} zone={actor.zone} />}
    >
      <Changes changes={since.changes} none="Nothing on this page has changed." />
    </Section>
  );
}

function Changes({ changes, none }: { changes: readonly MaterialChange[]; none: string }) {
  if (changes.length === 0) return <p>{none}</p>;
  return (
    <DiffTable
      rows={changes.map((change) => ({
        label: `${change.subject}: ${change.what}`,
        before: change.signed,
        after: change.present,
      }))}
    />
  );
}
