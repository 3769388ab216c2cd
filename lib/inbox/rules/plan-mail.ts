import type { ChangedGroup, InboxKind, MailContent, MailPreferences, Waiting, WaitingItem } from "../model";

export type MailFacts = {
  preferences: MailPreferences;
  waiting: Waiting;
  /** Keys of what was told before, see `toldKey`. */
  told: ReadonlySet<string>;
  /** Changes that no mail has told yet. */
  changed: readonly ChangedGroup[];
  /** The hour of the person's digest has come. */
  digest: boolean;
};

/** What one mail tells now: everything at once, nothing that was told before. Empty: no mail. */
export type MailPlan = {
  content: MailContent;
  /** To be noted as told with it. */
  keys: readonly string[];
  /** Changes up to here are done with: told now, or not wanted. */
  changesDone: boolean;
};

/** Decides by a person's preferences what to tell them now. */
export function planMail({ preferences, waiting, told, changed, digest }: MailFacts): MailPlan {
  const isTime = (kind: InboxKind) =>
    preferences[kind] === "immediately" || (preferences[kind] === "daily" && digest);
  const fresh = (kind: "action" | "late") =>
    isTime(kind) ? waiting[kind].filter((item) => !told.has(toldKey(kind, item))) : [];
  const content = {
    action: fresh("action"),
    late: fresh("late"),
    changed: isTime("changed") ? changed : [],
  };
  return {
    content,
    keys: [
      ...content.action.map((item) => toldKey("action", item)),
      ...content.late.map((item) => toldKey("late", item)),
    ],
    changesDone: preferences.changed === "never" || isTime("changed"),
  };
}

/** Whether there is anything to tell. */
export function tellsNothing({ action, changed, late }: MailContent): boolean {
  return action.length + changed.length + late.length === 0;
}

/** How it is noted that something was told: once when it begins to wait, once when it is late. */
export function toldKey(kind: "action" | "late", { key }: Pick<WaitingItem, "key">): string {
  return `${kind}:${key}`;
}
