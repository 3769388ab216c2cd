import "server-only";
import { randomUUID } from "node:crypto";
import type * as z from "zod";
import type { Account } from "@/lib/access/model";
import { appendEvents } from "@/lib/audit/adapters/append-events";
import { witnessHeads } from "@/lib/audit/adapters/witness-file";
import { type EventList, INSTANCE_CHAIN } from "@/lib/audit/model";
import { type Tx, withAccount } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { fieldMessages } from "./rules";

export type InstanceCall = { account: Account; requestId?: string };
export type InstanceContext = { account: Account; now: Date; requestId: string };

type Definition<Input extends z.ZodType, Value> = {
  /** `administrator`: instance administrators alone. `self`: any signed-in person, about themselves. */
  who: "administrator" | "self";
  input: Input;
  run: (tx: Tx, ctx: InstanceContext, input: z.output<Input>) => Promise<{ value: Value; events: EventList }>;
};

/** As `defineCommand`, for what belongs to no program: accounts, sessions, the founding of programs. */
export function defineInstanceCommand<Input extends z.ZodType, Value>(definition: Definition<Input, Value>) {
  return async (call: InstanceCall, raw: z.input<Input>): Promise<Value> => {
    if (definition.who === "administrator" && !call.account.isInstanceAdmin) {
      throw new AppError("FORBIDDEN", "This is for instance administrators.");
    }
    const parsed = definition.input.safeParse(raw);
    if (!parsed.success) {
      const fields = fieldMessages(parsed.error.issues);
      throw new AppError("INVALID", Object.values(fields).join(" "), { fields });
    }
    const ctx = { account: call.account, now: new Date(), requestId: call.requestId ?? randomUUID() };
    const { value, head } = await withAccount(call.account, async (tx) => {
      const result = await definition.run(tx, ctx, parsed.data);
      const role = call.account.isInstanceAdmin ? "instance_administrator" : "person";
      const actor = { userId: call.account.userId, name: call.account.name, role, via: "browser" as const };
      return {
        value: result.value,
        head: await appendEvents(tx, INSTANCE_CHAIN, result.events, { ...ctx, actor }),
      };
    });
    await witnessHeads([head]);
    return value;
  };
}
