import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChangedGroup, DEFAULT_PREFERENCES, INBOX_KINDS, MAIL_WHENS, type WaitingItem } from "../model";
import { type MailFacts, planMail, tellsNothing, toldKey } from "./plan-mail";

const item = (key: string): WaitingItem => ({
  key,
  title: key,
  detail: "",
  href: "/",
  verb: "Open",
  dueAt: null,
  dueOn: null,
  ended: false,
});
const group: ChangedGroup = {
  type: "risk",
  id: "1",
  label: "R-001",
  href: "/risks/R-001",
  why: "you own it",
  changes: [],
  unread: 0,
  upTo: 1,
};
const facts: MailFacts = {
  preferences: DEFAULT_PREFERENCES,
  waiting: { action: [item("sign")], late: [item("check")] },
  told: new Set(),
  changed: [group],
  digest: false,
};

describe("what a mail tells", () => {
  it("is what asks for an act at once, and the rest at the hour of the digest", () => {
    const now = planMail(facts);
    expect(now).toMatchObject({
      keys: ["action:sign"],
      changesDone: false,
      content: { late: [], changed: [] },
    });
    const atHour = planMail({ ...facts, digest: true, told: new Set(now.keys) });
    expect(atHour).toMatchObject({
      keys: ["late:check"],
      changesDone: true,
      content: { action: [], changed: [group] },
    });
  });

  it("is nothing that somebody never wants; such changes are done with, such duties stay untold", () => {
    const preferences = { ...DEFAULT_PREFERENCES, action: "never", changed: "never", late: "never" } as const;
    const plan = planMail({ ...facts, preferences, digest: true });
    expect([tellsNothing(plan.content), plan.keys, plan.changesDone]).toEqual([true, [], true]);
  });

  it("tells each thing once over any course of sweeps, and by the digest at the latest", () => {
    const when = fc.constantFrom(...MAIL_WHENS);
    const preferences = fc.record({ action: when, changed: when, late: when, hour: fc.constant(8) });
    const keys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 6 });
    const sweep = fc.record({ action: keys, late: keys, digest: fc.boolean() });
    fc.assert(
      fc.property(preferences, fc.array(sweep, { maxLength: 12 }), (preferences, sweeps) => {
        const told = new Set<string>();
        for (const { digest, ...waits } of sweeps) {
          const waiting = { action: waits.action.map(item), late: waits.late.map(item) };
          const plan = planMail({ preferences, waiting, told, changed: [], digest });
          for (const key of plan.keys) {
            expect(told.has(key)).toBe(false);
            told.add(key);
          }
          for (const kind of ["action", "late"] as const) {
            if (preferences[kind] === "never") expect(plan.content[kind]).toEqual([]);
            if (preferences[kind] === "immediately" || (preferences[kind] === "daily" && digest))
              expect(waiting[kind].every((one) => told.has(toldKey(kind, one)))).toBe(true);
          }
        }
      }),
    );
  });

  it("knows every part of the inbox", () => {
    expect(INBOX_KINDS).toEqual(Object.keys(DEFAULT_PREFERENCES).filter((name) => name !== "hour"));
  });
});
