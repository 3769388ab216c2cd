import Link from "next/link";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { GateView } from "@/lib/gates/queries/get-gate";

type LendProps = { view: GateView; actor: Actor; base: string };

/** Who is asked by name may let somebody sign in their stead, and whoever stands in may end it. */
export function Lend({ view, actor, base }: LendProps) {
  const mine = view.judged.seats.find((seat) => seat.userId === actor.userId);
  const standing = view.facts.deputies.some((one) => one.revokedAt === null && one.toUserId === actor.userId);
  if ((!mine && !standing) || !can(actor, "gate:sign")) return null;
  return (
    <p className="no-print" style={{ marginTop: 12 }}>
      <Link className="go" href={`${base}/deputy`}>
        {mine ? "Let somebody sign in your stead" : "You stand in: how long, and for whom"}
      </Link>
    </p>
  );
}
