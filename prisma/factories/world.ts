import { randomBytes } from "node:crypto";
import { ROLE_LABELS } from "@/lib/access/labels";
import { type Account, type Actor, ROLES, type Role } from "@/lib/access/model";
import { createAdministrator } from "@/lib/auth/adapters/create-administrator";
import { addMember as addMemberCommand } from "@/lib/programs/commands/add-member";
import { addPerson as addPersonCommand } from "@/lib/programs/commands/add-person";
import { createProgram } from "@/lib/programs/commands/create-program";

/** A program with one member in each role, and the instance administrator who founded it. */
export type World = {
  program: { id: string; slug: string; name: string; zone: string };
  as: Record<Role, Actor>;
  admin: Account;
};

const NAMES: Record<Role, string> = {
  executive: "Marta Okafor",
  platform_engineer: "Priya Raman",
  business_owner: "Helen Brandt",
  program_manager: "Dirk Achterberg",
  auditor: "Noor Haddad",
  partner: "Ines Vidal",
};

/** Founds a program of its own through the real commands; call it twice for two programs that share nobody. */
export async function foundWorld({ zone = "Europe/London" } = {}): Promise<World> {
  const tag = randomBytes(5).toString("hex");
  const admin = await createAdministrator(ownerUrl(), {
    email: `admin.${tag}@world.example`,
    name: "Ada Root",
    passwordHash: null,
  });
  const manager = { name: NAMES.program_manager, email: emailOf("program_manager", tag) };
  const slug = `world-${tag}`;
  const name = `World ${tag}`;
  const { programId, managerId } = await createProgram(
    { account: admin },
    { slug, name, zone, managerEmail: manager.email, managerName: manager.name },
  );
  const program = { id: programId, slug, name, zone };
  const first = actorOf(program, "program_manager", { userId: managerId, ...manager });
  const as = Object.fromEntries(ROLES.map((role) => [role, first])) as Record<Role, Actor>;
  for (const role of ROLES) {
    if (role !== "program_manager") as[role] = await join({ program, manager: first }, role, tag);
  }
  return { program, as, admin };
}

/** Another member of the world in that role. */
export function addMember(world: World, role: Role): Promise<Actor> {
  const tag = randomBytes(5).toString("hex");
  return join({ program: world.program, manager: world.as.program_manager }, role, tag, tag);
}

/** A name that facts may refer to; answers its id. */
export async function addPerson(world: World, name: string): Promise<string> {
  return (await addPersonCommand({ actor: world.as.program_manager }, { name })).personId;
}

type Door = { program: World["program"]; manager: Actor };

async function join({ program, manager }: Door, role: Role, tag: string, surname?: string): Promise<Actor> {
  const name = surname === undefined ? NAMES[role] : `${ROLE_LABELS[role]} ${surname}`;
  const email = emailOf(role, tag);
  const { userId } = await addMemberCommand({ actor: manager }, { email, name, role });
  return actorOf(program, role, { userId, name, email });
}

function emailOf(role: Role, tag: string): string {
  return `${role.replaceAll("_", "-")}.${tag}@world.example`;
}

function actorOf(
  program: World["program"],
  role: Role,
  person: { userId: string; name: string; email: string },
): Actor {
  return {
    ...person,
    zone: program.zone,
    programId: program.id,
    programSlug: program.slug,
    programName: program.name,
    programZone: program.zone,
    role,
    sessionId: null,
    // nobody sits at a browser: who does has a session, and proves themselves before they sign
    via: "command-line",
  };
}

function ownerUrl(): string {
  const url = process.env.DATABASE_OWNER_URL;
  if (!url)
    throw new Error("DATABASE_OWNER_URL is not set: a world needs the owner to make its administrator.");
  return url;
}
