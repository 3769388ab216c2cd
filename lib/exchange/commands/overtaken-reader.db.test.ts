import { expect, it, vi } from "vitest";
import { previewCsv } from "@/prisma/factories/imports";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser, connectAsWeb } from "@/prisma/testing/database";
import { enterAs } from "@/prisma/testing/every-table";
import { readImport } from "./read-import";

it("a reader that another has overtaken leaves the preview that the other made", async () => {
  const { as, program } = await foundWorld();
  const actor = as.platform_engineer;
  const { id } = await previewCsv(actor, "name,site\nOrders,Venlo");
  const set = (columns: string) => asSuperuser(`UPDATE "ImportBatch" SET ${columns} WHERE id = $1`, [id]);
  await set("state = 'uploaded'");
  const holder = await connectAsWeb();
  await holder.query("BEGIN");
  await enterAs(holder, actor.userId, program.id);
  await holder.query(`LOCK TABLE "Claim" IN ACCESS EXCLUSIVE MODE`);
  const slow = readImport(actor, id);
  await vi.waitFor(async () => {
    const [row] = await asSuperuser<{ state: string }>(`SELECT state FROM "ImportBatch" WHERE id = $1`, [id]);
    expect(row?.state).toBe("reading");
  }, 60_000);
  await asSuperuser(`UPDATE "ImportRow" SET subject = 'Seen by a person' WHERE "importId" = $1`, [id]);
  await set("state = 'previewed', version = version + 1");
  await holder.query("ROLLBACK");
  await holder.end();
  await slow;
  const rows = await asSuperuser(`SELECT subject FROM "ImportRow" WHERE "importId" = $1`, [id]);
  expect(rows).toEqual([{ subject: "Seen by a person" }]);
}, 90_000);
