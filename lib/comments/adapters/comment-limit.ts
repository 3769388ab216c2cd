import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { counted } from "@/lib/kernel/text";

/** Comments, and changes of them, that one person writes in ten minutes, in all programs together. */
export const COMMENTS_AT_MOST = 30;
const SECONDS = 600;

/**
 * Counts a comment of the actor where sign-ins are counted, so that every replica counts the same. One that is not kept
 * is not counted: the count ends with the transaction. Two of one person at once wait for each other.
 * @throws UNAVAILABLE when it is one too many
 */
export async function countComment(tx: Tx, { userId }: Actor): Promise<void> {
  const [row] = await tx.$queryRaw<{ points: number; seconds: number }[]>`
    INSERT INTO sign_in_limit AS l (key, points, expire)
    SELECT ${`comment:${userId}`}, 1, n.ms + ${SECONDS * 1000}
      FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS ms) n
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN l.expire <= EXCLUDED.expire - ${SECONDS * 1000} THEN 1 ELSE l.points + 1 END,
      expire = CASE WHEN l.expire <= EXCLUDED.expire - ${SECONDS * 1000} THEN EXCLUDED.expire ELSE l.expire END
    RETURNING points, ceil(expire / 1000.0 - extract(epoch FROM clock_timestamp()))::int AS seconds`;
  if (row === undefined || row.points <= COMMENTS_AT_MOST) return;
  const wait = counted(Math.max(1, Math.ceil(row.seconds / 60)), "minute");
  const message = `You have written ${COMMENTS_AT_MOST} comments within ten minutes. This one was not kept: wait ${wait} and send it again.`;
  throw new AppError("UNAVAILABLE", message, { fields: { body: message } });
}
