import "server-only";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { AppError, notFound } from "@/lib/kernel/errors";
import { nameKey } from "@/lib/kernel/text";
import { changePersonInput } from "../schema";

/** Another name or e-mail address for a person that facts refer to. Neither gives access. Answers `{ personId }`. */
export const changePerson = defineCommand({
  permission: "workload:write",
  input: changePersonInput,
  lock: "shared",
  run: async (tx, { actor }, { personId, version, name, email }) => {
    const { programId } = actor;
    const person = await tx.person.findFirst({
      where: { id: personId, programId },
      select: { name: true, email: true, version: true },
    });
    if (person === null) throw notFound("person");
    const { version: present, ...before } = person;
    const change = changedFields(before, { name, email });
    requireVersion(
      { version: present },
      version,
      Object.keys(change?.after ?? {}).map((field) => ({
        label: field === "name" ? "Name" : "E-mail",
        yours: String(change?.after[field] ?? "none"),
        theirs: String(change?.before[field] ?? "none"),
      })),
    );
    if (change === null) throw new AppError("INVALID", "Nothing was changed.");
    const other = await tx.person.findFirst({
      where: { programId, nameKey: nameKey(name), NOT: { id: personId } },
      select: { name: true },
    });
    if (other !== null) {
      const message = `There is already a person named ${other.name}. If both are one, merge them.`;
      throw new AppError("INVALID", message, { fields: { name: message } });
    }
    requireOneChanged(
      await tx.person.updateMany({
        where: { id: personId, programId, version },
        data: { name, nameKey: nameKey(name), email, version: { increment: 1 } },
      }),
    );
    return {
      value: { personId },
      events: [
        { action: "person.changed", subject: { type: "person", id: personId, label: name }, ...change },
      ],
    };
  },
});
