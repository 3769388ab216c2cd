import "server-only";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";

/**
 * Lets the database see how many rows there are now, so that it plans for them from the first reader on. What fails here it
 * does by itself a little later: whoever asks has nothing to tell anybody.
 */
export async function countAnew(actor: Actor): Promise<void> {
  await withActor(actor, (tx) => tx.$queryRaw`SELECT wavegate_count_anew()`).catch(() => undefined);
}
