import { Link } from "@/components/ui/link";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { GateView } from "@/lib/gates/queries/get-gate";
import { lendingState } from "@/lib/gates/rules/deputies";

type LendProps = { view: GateView; actor: Actor; base: string; now: Date };

/** Who is asked by name may let somebody sign in their stead; whoever stands in and a program manager may end it. */
export function Lend({ view, actor, base, now }: LendProps) {
  const words = wordsFor(view, actor, now);
  if (words === null || !can(actor, "gate:sign")) return null;
  return (
    <p className="no-print" style={{ marginTop: 12 }}>
      <Link className="go" href={`${base}/deputy`}>
        {words}
      </Link>
    </p>
  );
}

function wordsFor({ facts }: GateView, actor: Actor, now: Date): string | null {
  if (facts.seats.some((seat) => seat.userId === actor.userId)) return "Let somebody sign in your stead";
  const lent = facts.deputies.filter((one) => one.revokedAt === null);
  const stands = lent.filter((one) => ["to_come", "in_force"].includes(lendingState(one, now)));
  if (stands.some((one) => one.toUserId === actor.userId)) return "You stand in: how long, and for whom";
  return lent.length > 0 && can(actor, "gate:configure") ? "Who stands in for whom" : null;
}
