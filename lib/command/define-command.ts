import "server-only";
import { randomUUID } from "node:crypto";
import type * as z from "zod";
import type { Actor, Permission } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { vouchFor } from "@/lib/audit/adapters/after-commit";
import { appendEvents } from "@/lib/audit/adapters/append-events";
import type { BackfillNote, EventList } from "@/lib/audit/model";
import { type Tx, withActor } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { fieldMessages } from "./rules";

/** History brought in: when it happened, where that is known from, and why it is brought in. */
export type Backfill = BackfillNote & { occurredAt: Date };

/** How a command is called. `backfill` needs the right `history:backfill` besides the command's own. */
export type Call = { actor: Actor; requestId?: string; backfill?: Backfill };

/** What a command works with: `now` is the instant the rules run at, earlier than the clock only when backfilled. */
export type CommandContext = { actor: Actor; now: Date; requestId: string; backfilled: boolean };

type Definition<Input extends z.ZodType, Value> = {
  permission: Permission;
  input: Input;
  /** `exclusive` for gate decisions, sign-offs and wave transitions; `shared` for facts. */
  lock: "shared" | "exclusive";
  timeoutMs?: number;
  /** Why the chain's head is signed once this has committed: for gate decisions. */
  checkpoint?: string;
  run: (tx: Tx, ctx: CommandContext, input: z.output<Input>) => Promise<{ value: Value; events: EventList }>;
};

export type Command<Input extends z.ZodType, Value> = {
  (call: Call, input: z.input<Input>): Promise<Value>;
  readonly permission: Permission;
};

/**
 * The only way to write: permission → parse → one transaction { program lock → scoped load → rule → change at version →
 * audit events } → witness and, where the definition names one, a signed checkpoint. The events are appended last, under
 * the chain's own short lock.
 * @throws AppError FORBIDDEN, INVALID, BLOCKED, NOT_FOUND, CONFLICT or UNAVAILABLE; nothing is half-written.
 */
export function defineCommand<Input extends z.ZodType, Value>(
  definition: Definition<Input, Value>,
): Command<Input, Value> {
  const command = async (call: Call, raw: z.input<Input>): Promise<Value> => {
    requirePermission(call, definition.permission);
    const parsed = definition.input.safeParse(raw);
    if (!parsed.success) {
      const fields = fieldMessages(parsed.error.issues);
      throw new AppError("INVALID", Object.values(fields).join(" "), { fields });
    }
    const ctx = contextOf(call);
    const { value, head } = await withActor(
      call.actor,
      async (tx) => {
        await takeProgramLock(tx, call.actor.programId, definition.lock);
        const result = await definition.run(tx, ctx, parsed.data);
        const head = await appendEvents(tx, call.actor.programId, result.events, {
          ...ctx,
          backfill: call.backfill,
        });
        return { value: result.value, head };
      },
      { timeoutMs: definition.timeoutMs },
    );
    const { checkpoint } = definition;
    await vouchFor([head], checkpoint === undefined ? undefined : { actor: call.actor, reason: checkpoint });
    return value;
  };
  return Object.assign(command, { permission: definition.permission });
}

function requirePermission(call: Call, permission: Permission): void {
  const allowed = can(call.actor, permission) && (!call.backfill || can(call.actor, "history:backfill"));
  if (!allowed) throw new AppError("FORBIDDEN", "Your role in this program does not include this.");
}

function contextOf(call: Call): CommandContext {
  const clock = new Date();
  const now = call.backfill?.occurredAt ?? clock;
  if (now > clock) throw new AppError("INVALID", "What happened cannot lie in the future.");
  return {
    actor: call.actor,
    now,
    requestId: call.requestId ?? randomUUID(),
    backfilled: call.backfill !== undefined,
  };
}

async function takeProgramLock(tx: Tx, programId: string, lock: "shared" | "exclusive"): Promise<void> {
  if (lock === "exclusive") {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${programId}, 78))`;
  } else {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${programId}, 78))`;
  }
}
