import type { FieldChange, PlannedRow } from "../model/plan";
import type { ScaleWords } from "../model/reading";
import { ENTITY_FIELDS } from "./fields";
import { showValue } from "./read-cell";

/** What a row changes in words; a new row's are worked out only when it is shown. */
export function shownChanges(
  { entity, outcome, sets, changes }: PlannedRow,
  scale?: ScaleWords | null,
): readonly FieldChange[] {
  if (outcome !== "create") return changes;
  return Object.entries(sets).map(([name, value]) => {
    const field = ENTITY_FIELDS[entity].get(name);
    return { field: name, label: field?.label ?? name, from: null, to: showValue(field?.kind, value, scale) };
  });
}
