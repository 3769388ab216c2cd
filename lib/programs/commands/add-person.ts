import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { AppError } from "@/lib/kernel/errors";
import { nameKey } from "@/lib/kernel/text";
import { addPersonInput } from "../schema";
import { personAdded } from "./ensure-people";

/** A name that facts may refer to. Answers `{ personId }`. */
export const addPerson = defineCommand({
  permission: "workload:write",
  input: addPersonInput,
  lock: "shared",
  run: async (tx, ctx, { name, email }) => {
    const [person] = await tx.person.createManyAndReturn({
      data: [{ programId: ctx.actor.programId, name, nameKey: nameKey(name), email, createdAt: ctx.now }],
      select: { id: true, name: true, email: true },
      skipDuplicates: true,
    });
    if (person === undefined) {
      const message = "There is a person of this name already.";
      throw new AppError("INVALID", message, { fields: { name: message } });
    }
    return { value: { personId: person.id }, events: [personAdded(person)] };
  },
});
