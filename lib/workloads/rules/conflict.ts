import type { ConflictingChange } from "@/lib/kernel/errors";
import type { WorkloadFacts } from "../model/workload";
import { factWord } from "./fact-words";
import type { NamesOfIds } from "./facts";
import { FACT_FIELDS } from "./fields";

/** The facts in which what somebody wanted differs from what is there now, in words. */
export function conflictRows(
  wanted: WorkloadFacts,
  now: WorkloadFacts,
  names: NamesOfIds,
): readonly ConflictingChange[] {
  return FACT_FIELDS.map((field) => ({
    label: field.label,
    yours: factWord(field, wanted[field.key], names),
    theirs: factWord(field, now[field.key], names),
  })).filter(({ yours, theirs }) => yours !== theirs);
}
