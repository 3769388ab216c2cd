import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { lastEvent } from "@/prisma/factories/last-event";
import { placeWorkload } from "@/prisma/factories/risk-world";
import { foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { listComments } from "../queries/list-comments";
import { changeComment, removeComment } from "./change-comment";
import { writeComment } from "./write-comment";

let world: World;
let other: World;
let workloadId: string;
beforeAll(async () => {
  world = await foundWorld();
  other = await foundWorld();
  workloadId = await placeWorkload(world.as.platform_engineer, "EDI gateway");
});

const about = () => ({ subjectType: "workload" as const, subjectId: workloadId });

describe("a comment", () => {
  it("is written, changed and taken back by who wrote it, and each is in the trail", async () => {
    const owner = world.as.business_owner;
    const { commentId } = await writeComment(
      { actor: owner },
      { ...about(), body: "  Not in week 48.\r\nStock count. " },
    );
    const { comments } = await listComments(world.as.auditor, "workload", workloadId);
    expect(comments).toMatchObject([
      { id: commentId, author: owner.name, body: "Not in week 48.\nStock count.", editedAt: null },
    ]);
    await changeComment({ actor: owner }, { commentId, version: 1, body: "Not in week 49." });
    const stale = changeComment({ actor: owner }, { commentId, version: 1, body: "Never." });
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT" });
    await removeComment({ actor: owner }, { commentId, version: 2 });
    const after = await listComments(owner, "workload", workloadId);
    expect(after.comments).toMatchObject([{ body: null }]);
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "comment.removed",
      before: { comment: "Not in week 49." },
      subject: { type: "workload", label: "EDI gateway" },
    });
    const again = removeComment({ actor: owner }, { commentId, version: 3 });
    await expect(again).rejects.toMatchObject({ code: "BLOCKED" });
  });

  it("is one of thirty in ten minutes at most, counted for the person, also when they come at once", async () => {
    const { as } = await foundWorld();
    const subjectId = await placeWorkload(as.platform_engineer, "Chatter");
    const say = (actor: Actor, body: string) =>
      writeComment({ actor }, { subjectType: "workload", subjectId, body });
    const all = await Promise.allSettled(
      Array.from({ length: 34 }, (_, n) => say(as.business_owner, `Remark ${n}`)),
    );
    const refused = all.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(4);
    expect(refused[0]?.reason).toMatchObject({
      code: "UNAVAILABLE",
      message:
        "You have written 30 comments within ten minutes. This one was not kept: wait 10 minutes and send it again.",
    });
    const kept = (await listComments(as.auditor, "workload", subjectId)).comments;
    expect(kept).toHaveLength(30);
    const change = { commentId: kept[0]?.id ?? "", version: 1, body: "Another word" };
    await expect(changeComment({ actor: as.business_owner }, change)).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
    await removeComment({ actor: as.business_owner }, { commentId: kept[1]?.id ?? "", version: 1 });
    await say(as.executive, "I may");
    await asSuperuser("UPDATE sign_in_limit SET expire = extract(epoch FROM now()) * 1000");
    await say(as.business_owner, "Now I may again");
    const [limit] = await asSuperuser(`SELECT points FROM sign_in_limit WHERE key = $1`, [
      `comment:${as.business_owner.userId}`,
    ]);
    expect(limit).toEqual({ points: 1 });
  });

  it("is nobody else's to change", async () => {
    const { commentId } = await writeComment({ actor: world.as.executive }, { ...about(), body: "Why?" });
    const change = changeComment(
      { actor: world.as.program_manager },
      { commentId, version: 1, body: "Because." },
    );
    await expect(change).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is refused from an auditor, a partner, another program, and without words", async () => {
    const body = "Hello";
    for (const role of ["auditor", "partner"] as const)
      await expect(writeComment({ actor: world.as[role] }, { ...about(), body })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    const stranger = writeComment({ actor: other.as.platform_engineer }, { ...about(), body });
    await expect(stranger).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listComments(other.as.executive, "workload", workloadId)).comments).toEqual([]);
    expect((await listComments(world.as.partner, "workload", workloadId)).comments).toEqual([]);
    await expect(
      writeComment({ actor: world.as.executive }, { ...about(), body: " \n " }),
    ).rejects.toMatchObject({ code: "INVALID", fields: { body: "Write something first." } });
  });
});
