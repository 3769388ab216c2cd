import "server-only";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/kernel/new-id";
import { cleanName, nameKey } from "@/lib/kernel/text";
import { defaultTrust } from "../rules/default-trust";

export type AddedSource = { id: string; name: string; trust: number; note: string };

/** Adds the sources of these names that the program does not know; answers those that were added. */
export async function insertSources(
  tx: Tx,
  ctx: CommandContext,
  names: readonly string[],
): Promise<AddedSource[]> {
  const wanted = new Map([...names].reverse().map((name) => [nameKey(name), cleanName(name)]));
  wanted.delete("");
  if (wanted.size === 0) return [];
  const rows = [...wanted].map(([key, name]) => {
    const { trust, why } = defaultTrust(name);
    return { id: newId(ctx.now), name, nameKey: key, trust, note: why };
  });
  return tx.$queryRaw<AddedSource[]>`
    INSERT INTO "DataSource" (id, "programId", name, "nameKey", trust, note, "createdAt")
    SELECT r.id, ${ctx.actor.programId}::uuid, r.name, r."nameKey", r.trust, r.note, ${ctx.now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r (id uuid, name text, "nameKey" text, trust int, note text)
    WHERE NOT EXISTS (SELECT 1 FROM "DataSource" d
      WHERE d."programId" = ${ctx.actor.programId}::uuid AND d."nameKey" = r."nameKey")
    ON CONFLICT ("programId", "nameKey") DO NOTHING
    RETURNING id, name, trust, note`;
}

/** The names of sources as the program writes them, by `nameKey`. */
export async function namesOfSources(tx: Tx, ctx: CommandContext): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.dataSource.findMany({
    where: { programId: ctx.actor.programId },
    select: { name: true, nameKey: true },
  });
  return new Map(rows.map((row) => [row.nameKey, row.name]));
}
