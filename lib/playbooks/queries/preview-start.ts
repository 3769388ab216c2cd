import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { historyOf } from "@/lib/audit/queries/events";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { dateIn } from "@/lib/kernel/time";
import type { StartedFrom, StartPlan } from "../model";
import { contentOf } from "../rules/catalogue";
import { planStart, startBlockers } from "../rules/plan-start";
import { loadHeld } from "./load-held";

type Chosen = { playbook: string; set: string };
/** The plan, null for a playbook or set that is not known, and sentences for what stands against a start. */
export type StartPreview = { plan: StartPlan | null; blockers: readonly string[] };

/** What a start from the playbook would do at `now`, before anybody does it. Right: program:configure. @throws NOT_FOUND */
export function previewStart(actor: Actor, chosen: Chosen | null, now: Date): Promise<StartPreview> {
  if (!can(actor, "program:configure")) throw notFound("playbook");
  return withActor(actor, async (tx) => {
    const held = await loadHeld(tx, actor);
    const content = chosen === null ? null : contentOf(chosen.playbook, chosen.set);
    const plan = content === null ? null : planStart(content, held, dateIn(actor.programZone, now));
    return { plan, blockers: startBlockers(held).map(({ message }) => message) };
  });
}

/** From which playbooks the program was started, the newest first. Right: history:read. */
export async function startedFrom(actor: Actor): Promise<StartedFrom[]> {
  const events = await historyOf(actor, "program", actor.programId, 100);
  return events
    .filter(({ body }) => body.action === "program.started-from-playbook")
    .map(({ recordedAt, body }) => ({
      label: String(body.after?.playbook ?? ""),
      at: recordedAt,
      by: body.actor.name,
    }));
}
