import type { Account, Actor, Role } from "@/lib/access/model";
import { createAdministrator } from "@/lib/auth/adapters/create-administrator";
import { addMember } from "@/lib/programs/commands/add-member";
import { addPerson } from "@/lib/programs/commands/add-person";
import { createAccount } from "@/lib/programs/commands/create-account";
import { createProgram } from "@/lib/programs/commands/create-program";
import { linkPerson } from "@/lib/programs/commands/link-person";
import { listMembers } from "@/lib/programs/queries/members";
import { MEMBERS, OTHERS } from "./people";
import { DEMO_ZONE } from "./story-clock";

export type DemoProgram = {
  /** The members by name. */
  as: (name: string) => Actor;
  /** The people that facts refer to, by name. */
  person: (name: string) => string;
};

const PROGRAM = { slug: "demo", name: "Corvane to cloud", zone: DEMO_ZONE };
const PURPOSE =
  "Three warehouses in Tilbury, Venlo and Columbus move their ERP, WMS, EDI and carriers to the cloud.";

/** Founds the program, its members and its people. `ownerUrl` makes the administrator who founds it. */
export async function foundDemo(ownerUrl: string): Promise<DemoProgram> {
  const account = await demoAdministrator(ownerUrl);
  for (const member of MEMBERS) {
    await createAccount(
      { account },
      { name: member.name, email: member.email, zone: DEMO_ZONE, isDemo: true },
    );
  }
  const manager = memberOf("program_manager");
  const { programId, managerId } = await createProgram(
    { account },
    { ...PROGRAM, purpose: PURPOSE, managerEmail: manager.email, isDemo: true },
  );
  const actors = new Map([[manager.name, actorOf(programId, managerId, manager)]]);
  const dirk = required(actors, manager.name);
  for (const member of MEMBERS) {
    if (member.email === manager.email) continue;
    const { userId } = await addMember(
      { actor: dirk },
      { ...member, reason: "Invented for the demo program" },
    );
    actors.set(member.name, actorOf(programId, userId, member));
  }
  return { as: (name) => required(actors, name), person: await namePeople(dirk) };
}

async function demoAdministrator(ownerUrl: string): Promise<Account> {
  return createAdministrator(ownerUrl, {
    email: "demo.administrator@demo.wavegate.example",
    name: "Demo story",
    passwordHash: null,
  });
}

async function namePeople(dirk: Actor): Promise<(name: string) => string> {
  const people = new Map<string, string>();
  const members = await listMembers(dirk);
  for (const name of [...MEMBERS.map((member) => member.name), ...OTHERS]) {
    const { personId } = await addPerson({ actor: dirk }, { name });
    people.set(name, personId);
    const userId = members.find((member) => member.name === name)?.userId;
    if (userId !== undefined) await linkPerson({ actor: dirk }, { personId, userId, version: 1 });
  }
  return (name) => required(people, name);
}

function memberOf(role: Role) {
  const found = MEMBERS.find((member) => member.role === role);
  if (found === undefined) throw new Error(`nobody of the demo is ${role}`);
  return found;
}

function actorOf(programId: string, userId: string, member: (typeof MEMBERS)[number]): Actor {
  return {
    userId,
    name: member.name,
    email: member.email,
    zone: DEMO_ZONE,
    programId,
    programSlug: PROGRAM.slug,
    programName: PROGRAM.name,
    programZone: DEMO_ZONE,
    role: member.role,
    sessionId: null,
    via: "demo-story",
  };
}

function required<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw new Error(`the demo does not know ${name}`);
  return found;
}
