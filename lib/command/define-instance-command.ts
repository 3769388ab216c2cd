import "server-only";
import { randomUUID } from "node:crypto";
import type * as z from "zod";
import type { Account, Via } from "@/lib/access/model";
import { vouchFor } from "@/lib/audit/adapters/after-commit";
import { appendEvents } from "@/lib/audit/adapters/append-events";
import { type EventList, INSTANCE_CHAIN, type WitnessLine } from "@/lib/audit/model";
import { type Tx, withAccount } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { understood } from "./understood";

export type InstanceCall = { account: Account; requestId?: string; via?: Via };
export type InstanceContext = { account: Account; now: Date; requestId: string; actor: InstanceActor };

/** The person as audit events name them outside any program. */
export type InstanceActor = Pick<Account, "userId" | "name"> & { role: string; via: Via };

/** `heads` are those of other chains that the run itself appended to. */
type Outcome<Value> = { value: Value; events: EventList; heads?: readonly WitnessLine[] };

type Definition<Input extends z.ZodType, Value> = {
  /** `administrator`: instance administrators alone. `self`: any signed-in person, about themselves. */
  who: "administrator" | "self";
  input: Input;
  run: (tx: Tx, ctx: InstanceContext, input: z.output<Input>) => Promise<Outcome<Value>>;
};

/** As `defineCommand`, for what belongs to no program: accounts, sessions, the founding of programs. */
export function defineInstanceCommand<Input extends z.ZodType, Value>(definition: Definition<Input, Value>) {
  return async (call: InstanceCall, raw: z.input<Input>): Promise<Value> => {
    if (definition.who === "administrator" && !call.account.isInstanceAdmin) {
      throw new AppError("FORBIDDEN", "This is for instance administrators.");
    }
    const input = understood(definition.input, raw);
    const ctx = contextOf(call);
    const { value, heads } = await withAccount(call.account, async (tx) => {
      const result = await definition.run(tx, ctx, input);
      const head = await appendEvents(tx, INSTANCE_CHAIN, result.events, ctx);
      return { value: result.value, heads: [...(result.heads ?? []), head] };
    });
    await vouchFor(heads);
    return value;
  };
}

function contextOf({ account, requestId, via = "browser" }: InstanceCall): InstanceContext {
  const role = account.isInstanceAdmin ? "instance_administrator" : "person";
  const actor = { userId: account.userId, name: account.name, role, via };
  return { account, now: new Date(), requestId: requestId ?? randomUUID(), actor };
}
