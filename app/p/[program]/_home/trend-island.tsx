import { TrendLines } from "@/components/overview/trend-lines";
import type { Actor } from "@/lib/access/model";
import { programTrends } from "@/lib/overview/queries/trends";

/** What the charts say; it comes after the rest of the page, as it reads the whole history. */
export async function TrendIsland({ actor, now }: { actor: Actor; now: Date }) {
  return <TrendLines trends={await programTrends(actor, now)} base={`/p/${actor.programSlug}`} />;
}
