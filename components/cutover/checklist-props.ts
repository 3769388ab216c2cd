import type { Checklist } from "@/lib/cutover/model";
import type { ChecklistSearch } from "@/lib/cutover/rules/view";
import type { FormAction } from "@/lib/kernel/action-state";

/** What the parts of a checklist's page are fed with. */
export type ChecklistProps = {
  list: Checklist;
  /** The wave's address, and that of the list as a file. */
  base: string;
  csv: string;
  search: ChecklistSearch;
  now: Date;
  maySettle: boolean;
  mayPlan: boolean;
  settle: FormAction;
  addTemplate: FormAction;
};
