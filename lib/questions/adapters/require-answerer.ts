import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { ABOUT } from "../queries/conditions";
import { mayAnswer } from "./answerers";

/** @throws FORBIDDEN when one of the questions is not this person's to answer. */
export async function requireAnswerer(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  const [refused] = await tx.$queryRaw<{ name: string }[]>`
    SELECT coalesce(w.name, a.name) AS name FROM "FactQuestion" q ${ABOUT}
    WHERE q.id = ANY(${[...ids]}::uuid[]) AND NOT ${mayAnswer(actor)} LIMIT 1`;
  if (refused === undefined) return;
  throw new AppError(
    "FORBIDDEN",
    `${refused.name} is not yours: a business owner answers for what they own.`,
  );
}
