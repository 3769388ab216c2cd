import "server-only";
import { defineInstanceCommand } from "@/lib/command/define-instance-command";
import { AppError, notFound } from "@/lib/kernel/errors";
import { changeZoneInput } from "../schema";

/** The time zone in which one's own times are shown. Answers `{ zone }`. */
export const changeZone = defineInstanceCommand({
  who: "self",
  input: changeZoneInput,
  run: async (tx, ctx, { zone }) => {
    const { userId, name } = ctx.account;
    const user = await tx.user.findUnique({ where: { id: userId }, select: { zone: true } });
    if (user === null) throw notFound("account");
    if (user.zone === zone) throw new AppError("INVALID", "Nothing was changed.");
    await tx.user.updateMany({ where: { id: userId }, data: { zone } });
    const subject = { type: "user", id: userId, label: name };
    return {
      value: { zone },
      events: [{ action: "user.changed", subject, before: { zone: user.zone }, after: { zone } }],
    };
  },
});
