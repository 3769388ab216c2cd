import type { JsonRecord } from "@/lib/kernel/canonical-json";
import { STAGE_LABELS } from "../labels";
import type { ControlFacts } from "../model";

/** The facts of a control with the names of what it refers to, as the audit trail keeps them. */
export function controlWords(
  facts: ControlFacts,
  { domain, owner }: { domain: string | null; owner: string | null },
): JsonRecord {
  const { title, failure, impact, response, stage, howVerified, everyDays } = facts;
  return {
    title,
    domain,
    failure,
    impact,
    response,
    stage: STAGE_LABELS[stage],
    owner,
    howVerified,
    everyDays,
  };
}
