import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { mailSettings } from "../adapters/mail-settings";

/**
 * Whether this installation sends mail of the program, as people are told: the settings' names are for whoever runs it, no
 * value of theirs is shown. `demo`: the demo sends none, whatever the settings say.
 */
export type MailStanding =
  | { state: "ready" | "demo" }
  | { state: "missing"; missing: readonly string[] }
  | { state: "wrong"; problem: string };

export async function mailStanding(actor: Actor): Promise<MailStanding> {
  if (!can(actor, "history:read")) throw notFound("page");
  const program = await withActor(actor, (tx) =>
    tx.program.findUnique({ where: { id: actor.programId }, select: { isDemo: true } }),
  );
  if (program?.isDemo !== false) return { state: "demo" };
  const settings = mailSettings();
  return settings.state === "ready" ? { state: "ready" } : settings;
}
