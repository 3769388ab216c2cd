import "server-only";
import type { Tx } from "@/lib/db/transaction";

type DutyOwners = ReadonlyMap<string, { id: string; name: string }>;

const PERSON = { select: { id: true, name: true } } as const;

/**
 * Who has a duty in a wave: its lead, and the business or technical owner where one person is that of every workload. A duty
 * that several share, or nobody has, is not here.
 */
export async function dutyOwners(tx: Tx, programId: string, waveId: string): Promise<DutyOwners> {
  const wave = await tx.wave.findFirst({
    where: { id: waveId, programId },
    select: {
      lead: PERSON,
      workloads: { select: { workload: { select: { technicalOwner: PERSON, businessOwner: PERSON } } } },
    },
  });
  const members = wave?.workloads.map(({ workload }) => workload) ?? [];
  const found: [string, { id: string; name: string } | null | undefined][] = [
    ["wave lead", wave?.lead],
    ["technical owner", onlyOne(members.map(({ technicalOwner }) => technicalOwner))],
    ["business owner", onlyOne(members.map(({ businessOwner }) => businessOwner))],
  ];
  return new Map(found.flatMap(([duty, person]) => (person ? [[duty, person] as const] : [])));
}

function onlyOne<Person extends { id: string }>(people: readonly (Person | null)[]): Person | null {
  const [first] = people;
  return first && people.every((person) => person?.id === first.id) ? first : null;
}
