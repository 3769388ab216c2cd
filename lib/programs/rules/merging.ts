import type { Subject, Violation } from "@/lib/kernel/violations";

/** One of two names that may be the same person; `conditions` of signed gates name their owner for good. */
export type MergedPerson = { id: string; name: string; userId: string | null; conditions: number };

/** Why these two cannot become one; empty when they can. */
export function mergeBlockers(kept: MergedPerson, gone: MergedPerson): Violation[] {
  const subject: Subject = { type: "person", id: gone.id, label: gone.name };
  const violations: Violation[] = [];
  if (kept.userId !== null && gone.userId !== null && kept.userId !== gone.userId) {
    violations.push({
      code: "person.two-accounts",
      message: `${kept.name} and ${gone.name} are linked to different accounts, so they are two people. Undo one link first.`,
      subject,
    });
  }
  if (gone.conditions > 0) {
    const other =
      kept.conditions > 0
        ? "Neither can go."
        : `Merge ${kept.name} into ${gone.name} instead, then change the name.`;
    violations.push({
      code: "person.owes-conditions",
      message: `Conditions of signed gates name ${gone.name}, and what was signed is not rewritten. ${other}`,
      subject,
    });
  }
  return violations;
}
