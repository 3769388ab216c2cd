import "server-only";
import type { Actor } from "@/lib/access/model";
import { requirePermission } from "@/lib/access/require-permission";
import { withActor } from "@/lib/db/transaction";
import type { Member, Person } from "../model";

/** Everybody who is or was a member: those who are first, then by name. */
export function listMembers(actor: Actor): Promise<Member[]> {
  requirePermission(actor, "member:read");
  return withActor(actor, async (tx) => {
    const where = { programId: actor.programId };
    const memberships = await tx.membership.findMany({
      where,
      select: MEMBER_FIELDS,
      orderBy: { user: { name: "asc" } },
    });
    const people = await tx.person.findMany({
      where: { ...where, userId: { not: null } },
      select: { id: true, name: true, userId: true },
    });
    const personOf = new Map(people.map(({ userId, ...person }) => [userId, person]));
    const nameOf = new Map(memberships.map(({ userId, user }) => [userId, user.name]));
    return memberships.map(({ user, grants, elevations, createdAt, ...membership }) => ({
      ...membership,
      ...user,
      since: createdAt,
      person: personOf.get(membership.userId) ?? null,
      elevations: elevations.map(({ grantedById, ...given }) => ({
        ...given,
        grantedBy: nameOf.get(grantedById) ?? "a former member",
      })),
      grants: grants.map((grant) => ({ workloadId: grant.workloadId, name: grant.workload.name })),
    }));
  });
}

/** The people that facts refer to, by name. */
export function listPeople(actor: Actor): Promise<Person[]> {
  requirePermission(actor, "workload:read");
  return withActor(actor, (tx) =>
    tx.person.findMany({
      where: { programId: actor.programId },
      select: { id: true, name: true, email: true, userId: true, version: true },
      orderBy: [{ nameKey: "asc" }],
    }),
  );
}

const MEMBER_FIELDS = {
  id: true,
  userId: true,
  role: true,
  reason: true,
  createdAt: true,
  endsAt: true,
  version: true,
  user: { select: { name: true, email: true } },
  elevations: {
    select: {
      id: true,
      role: true,
      reason: true,
      grantedById: true,
      startsAt: true,
      endsAt: true,
      endedAt: true,
    },
    orderBy: { startsAt: "desc" },
  },
  grants: { select: { workloadId: true, workload: { select: { name: true } } } },
} as const;
