import "server-only";
import type { Account, Actor, Role, Via } from "@/lib/access/model";
import { withAccount } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";

type Row = {
  role: Role;
  given: Role | null;
  until: Date | null;
  id: string;
  slug: string;
  name: string;
  zone: string;
};

/** The person as a member of a program; null when there is no such membership now. */
export async function actorInProgram(account: Account, programSlug: string, via: Via): Promise<Actor | null> {
  if (!isSlug(programSlug)) return null;
  return withAccount(account, async (tx) => {
    const [program] = await tx.$queryRaw<Row[]>`
      SELECT m.role::text AS role, e.role::text AS given, e."endsAt" AS until, p.id, p.slug, p.name, p.zone
      FROM "Membership" m JOIN "Program" p ON p.id = m."programId"
      LEFT JOIN LATERAL (SELECT e.role, e."endsAt" FROM "Elevation" e
        WHERE e."programId" = m."programId" AND e."userId" = m."userId" AND e."endsAt" > clock_timestamp()
          AND e."startsAt" <= clock_timestamp() AND e."endedAt" IS NULL AND m.role NOT IN ('auditor', 'partner')
        ORDER BY e."startsAt" DESC LIMIT 1) e ON true
      WHERE m."userId" = ${account.userId}::uuid AND p.slug = ${programSlug}
        AND (m."endsAt" IS NULL OR m."endsAt" > clock_timestamp())`;
    if (program === undefined) return null;
    return {
      userId: account.userId,
      name: account.name,
      email: account.email,
      zone: account.zone,
      programId: program.id,
      programSlug: program.slug,
      programName: program.name,
      programZone: program.zone,
      ...roleOf(program),
      sessionId: account.sessionId,
      via,
    };
  });
}

function roleOf({ role, given, until }: Row): Pick<Actor, "role" | "standing"> {
  return given === null || until === null ? { role } : { role: given, standing: { role, until } };
}

/** For jobs, which know ids alone: the person as the member they are now; null when they are none. */
export async function actorByIds(userId: string, programId: string, via: Via): Promise<Actor | null> {
  const found = await withAccount({ userId }, async (tx) => {
    const user = await tx.user.findUnique({
      where: { id: userId },
      select: { name: true, email: true, zone: true },
    });
    const program = await tx.program.findUnique({ where: { id: programId }, select: { slug: true } });
    return user === null || program === null ? null : { ...user, slug: program.slug };
  }).catch((error) => {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  });
  if (found === null) return null;
  const { slug, ...account } = found;
  return actorInProgram(
    { userId, ...account, isInstanceAdmin: false, isDemo: false, sessionId: null },
    slug,
    via,
  );
}

/** A form or an address can hold anything, whatever its type says. */
function isSlug(given: unknown): boolean {
  return typeof given === "string" && /^[a-z0-9-]{1,60}$/.test(given);
}
