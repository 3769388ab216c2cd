import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { AppError } from "@/lib/kernel/errors";
import { INBOX_KINDS } from "../model";
import { preferencesOf } from "../queries/mail";
import { mailPreferencesInput } from "../schema";

/** Chooses when one gets mail oneself. The first time, its version is 0. */
export const setMailPreferences = defineCommand({
  permission: "history:read",
  input: mailPreferencesInput,
  lock: "shared",
  async run(tx, { actor, now }, { version, ...chosen }) {
    const { programId, userId } = actor;
    const held = await preferencesOf(tx, actor);
    requireVersion(held, version);
    if (INBOX_KINDS.every((kind) => held[kind] === chosen[kind]) && held.hour === chosen.hour)
      throw new AppError("INVALID", "Nothing was changed.");
    const data = { ...chosen, version: version + 1, updatedAt: now };
    if (version === 0)
      await tx.mailPreference.createMany({ data: { programId, userId, ...data }, skipDuplicates: true });
    else await tx.mailPreference.updateMany({ where: { programId, userId, version }, data });
    const subject = { type: "user", id: userId, label: actor.name };
    return { value: chosen, events: [{ action: "mail.preferences-set", subject, after: chosen }] };
  },
});
