import "server-only";
import { randomUUID } from "node:crypto";
import type * as z from "zod";
import type { Actor, Permission } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { vouchFor } from "@/lib/audit/adapters/after-commit";
import {
  type AppendedHead,
  appendEvents,
  appendStatement,
  bodiesOf,
  headIn,
} from "@/lib/audit/adapters/append-events";
import type { BackfillNote, EventList, WitnessLine } from "@/lib/audit/model";
import { withActorAtOnce } from "@/lib/db/raw-transaction";
import { type RawTx, type Tx, withActor } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { understood } from "./understood";

/**
 * History brought in: when it happened, where that is known from, why it is brought in, and the member who brings it in.
 * That member needs the right `history:backfill`; the actor needs the command's own, as they needed it then.
 */
export type Backfill = { occurredAt: Date; source: string; reason: string; by: Actor };

/** How a command is called. */
export type Call = { actor: Actor; requestId?: string; backfill?: Backfill };

/** What a command works with: `now` is the instant the rules run at, earlier than the clock only when backfilled. */
export type CommandContext = { actor: Actor; now: Date; requestId: string; backfilled: boolean };

type Definition<Input extends z.ZodType, Value> = {
  permission: Permission;
  input: Input;
  /** `exclusive` for gate decisions, sign-offs and wave transitions; `shared` for facts. */
  lock: "shared" | "exclusive";
  /** Why the chain's head is signed once this has committed: for gate decisions. */
  checkpoint?: string;
} & (
  | { hot?: false; timeoutMs?: number; run: Run<Tx, Input, Value> }
  /** For what people do all day, made of plain statements alone: they are sent without Prisma, COMMIT with the events. */
  | { hot: true; run: Run<RawTx, Input, Value> }
);

type Run<T, Input extends z.ZodType, Value> = (
  tx: T,
  ctx: CommandContext,
  input: z.output<Input>,
) => Promise<{ value: Value; events: EventList }>;

export type Command<Input extends z.ZodType, Value> = {
  (call: Call, input: z.input<Input>): Promise<Value>;
  readonly permission: Permission;
};

/**
 * The only way to write: permission → parse → one transaction { program lock → scoped load → rule → change at version →
 * audit events } → witness and, where the definition names one, a signed checkpoint. The events are appended last, under
 * the chain's own short lock, and COMMIT goes out with them.
 * @throws AppError FORBIDDEN, INVALID, BLOCKED, NOT_FOUND, CONFLICT or UNAVAILABLE; nothing is half-written.
 */
export function defineCommand<Input extends z.ZodType, Value>(
  definition: Definition<Input, Value>,
): Command<Input, Value> {
  const command = async (call: Call, raw: z.input<Input>): Promise<Value> => {
    requirePermission(call, definition.permission);
    const input = understood(definition.input, raw);
    const ctx = contextOf(call);
    const { value, head } = await written(definition, call, ctx, input);
    const { checkpoint } = definition;
    await vouchFor([head], checkpoint === undefined ? undefined : { actor: call.actor, reason: checkpoint });
    return value;
  };
  return Object.assign(command, { permission: definition.permission });
}

type Written<Value> = { value: Value; head: WitnessLine };

async function written<Input extends z.ZodType, Value>(
  definition: Definition<Input, Value>,
  call: Call,
  ctx: CommandContext,
  input: z.output<Input>,
): Promise<Written<Value>> {
  const chain = call.actor.programId;
  const envelope = { ...ctx, backfill: backfillNote(call.backfill) };
  if (definition.hot && call.backfill === undefined) {
    const { value, rows } = await withActorAtOnce<Value, AppendedHead>(
      call.actor,
      definition.lock,
      async (tx) => {
        const { value, events } = await definition.run(tx, ctx, input);
        return { value, last: appendStatement(chain, bodiesOf(events, envelope)) };
      },
    );
    return { value, head: headIn(chain, rows) };
  }
  const { lock } = definition;
  const timeoutMs = definition.hot ? undefined : definition.timeoutMs;
  return withActor(
    call.actor,
    async (tx) => {
      await requireBackfiller(tx, call.backfill);
      const { value, events } = await definition.run(tx, ctx, input);
      return { value, head: await appendEvents(tx, chain, events, envelope) };
    },
    { timeoutMs, lock },
  );
}

function requirePermission(call: Call, permission: Permission): void {
  const { actor, backfill } = call;
  const bringsIn =
    !backfill || (can(backfill.by, "history:backfill") && backfill.by.programId === actor.programId);
  if (!can(actor, permission) || !bringsIn)
    throw new AppError("FORBIDDEN", "Your role in this program does not include this.");
}

/** Who brings history in must hold the right now, in the database's eyes as well. */
async function requireBackfiller(tx: Tx, backfill: Backfill | undefined): Promise<void> {
  if (backfill === undefined) return;
  const { userId, programId, role } = backfill.by;
  const membership = await tx.membership.findUnique({
    where: { programId_userId: { programId, userId } },
    select: { role: true, endsAt: true },
  });
  const ended = membership?.endsAt != null && membership.endsAt <= new Date();
  if (membership?.role !== role || ended)
    throw new AppError("FORBIDDEN", "Only a program manager brings history in.");
}

function backfillNote(backfill: Backfill | undefined): BackfillNote | undefined {
  if (backfill === undefined) return undefined;
  const { source, reason, by } = backfill;
  return { source, reason, by: { id: by.userId, name: by.name } };
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
