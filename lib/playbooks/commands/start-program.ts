import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { defineCommand } from "@/lib/command/define-command";
import { AppError, notFound, refuseIfAny } from "@/lib/kernel/errors";
import { dateIn } from "@/lib/kernel/time";
import { loadHeld } from "../queries/load-held";
import { contentOf, playbookOf } from "../rules/catalogue";
import { planStart, startBlockers } from "../rules/plan-start";
import { startProgramInput } from "../schema";
import { bringContent } from "./bring-content";

/**
 * Starts a program from a playbook: everything it brings and the program has not, all or nothing, with one event for each
 * thing. What is there by its name stays; defaults that nobody has touched are replaced. Under the exclusive lock, so that
 * two starts come one after the other. Answers how many things were brought, adapted and kept.
 * @throws BLOCKED once a wave is under way, INVALID when nothing is missing or the playbook has another version by now
 */
export const startProgram = defineCommand({
  permission: "program:configure",
  input: startProgramInput,
  lock: "exclusive",
  timeoutMs: 30_000,
  async run(tx, ctx, { playbook: key, set: setKey, version }) {
    const playbook = playbookOf(key);
    const set = playbook?.sets.find((one) => one.key === setKey);
    const content = contentOf(key, setKey);
    if (playbook === null || set === undefined || content === null) throw notFound("playbook");
    if (playbook.version !== version) throw new AppError("INVALID", OTHER_VERSION);
    const { actor } = ctx;
    const held = await loadHeld(tx, actor);
    refuseIfAny(startBlockers(held));
    const plan = planStart(content, held, dateIn(actor.programZone, ctx.now));
    if (plan.counts.brought + plan.counts.adapted === 0) throw new AppError("INVALID", ALL_HERE);
    const label = `${playbook.key.toUpperCase()} ${playbook.name}: ${set.name}`;
    const origin = `${label}, version ${version}`;
    const events = await bringContent(tx, ctx, { content, plan, held, origin });
    const started: AuditEventInput = {
      action: "program.started-from-playbook",
      subject: { type: "program", id: actor.programId, label: actor.programName },
      after: { playbook: origin, ...plan.counts },
    };
    return { value: plan.counts, events: [started, ...events] };
  },
});

const ALL_HERE = "Everything that this playbook brings is here already. Nothing was changed.";
const OTHER_VERSION = "The playbook has another version by now. Look at what it brings again.";
