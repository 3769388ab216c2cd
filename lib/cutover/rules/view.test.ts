import { describe, expect, it } from "vitest";
import type { ChecklistItem } from "../model";
import { checklistQuery, checklistSearch, groupedItems, isBlocked, shownItems } from "./view";

const NOW = new Date("2026-11-21T12:00:00Z");

function item(title: string, facts: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    id: title,
    attempt: 1,
    position: 1,
    section: "",
    title,
    why: "",
    duty: "",
    ownerId: null,
    owner: null,
    mine: false,
    dueAt: null,
    offset: null,
    phase: "before",
    needsEvidence: false,
    evidence: 0,
    from: null,
    comesAfter: [],
    waitsFor: [],
    state: "open",
    reason: "",
    settledAt: null,
    settledBy: null,
    version: 1,
    ...facts,
  };
}

const waits = (code: string) => [{ code, message: "It waits." }];
const LIST = [
  item("late", { dueAt: new Date("2026-11-21T11:00:00Z"), section: "Floor" }),
  item("done late", { dueAt: new Date("2026-11-21T11:00:00Z"), state: "done" }),
  item("failed", { state: "failed", mine: true, section: "Floor" }),
  item("mine done", { state: "done", mine: true }),
  item("no window", { offset: { anchor: "window_start", unit: "days", by: -3 } }),
  item("blocked", { waitsFor: waits("no-evidence") }),
  item("not yet", { phase: "during", waitsFor: waits("wave-state") }),
];
const titles = (show: Parameters<typeof shownItems>[1]) =>
  shownItems(LIST, show, NOW).map(({ title }) => title);

describe("a checklist shows", () => {
  it("what is late, mine and blocked; nothing undated is late, nothing settled waits", () => {
    expect(titles("all")).toHaveLength(LIST.length);
    expect(titles("late")).toEqual(["late"]);
    expect(titles("mine")).toEqual(["failed"]);
    expect(titles("blocked")).toEqual(["blocked"]);
    expect(isBlocked(item("hour", { waitsFor: waits("wave-state") }))).toBe(false);
  });

  it("its sections in the order of the list", () => {
    const groups = groupedItems(LIST, "section").map(({ title, items }) => [title, items.length]);
    expect(groups).toEqual([
      ["Floor", 2],
      ["Items", 5],
    ]);
  });

  it("its parts by time, the undated last", () => {
    const [before, during] = groupedItems(LIST, "time");
    expect(before?.title).toBe("Before go or no-go");
    expect(before?.items.map(({ title }) => title)).toEqual([
      "late",
      "done late",
      "no window",
      "failed",
      "mine done",
      "blocked",
    ]);
    expect(during?.items).toHaveLength(1);
  });

  it("what the address says, and anything else as everything", () => {
    expect(checklistSearch({ show: "late", by: "time" })).toEqual({ show: "late", by: "time" });
    expect(checklistSearch({ show: "x", by: ["time"] })).toEqual({ show: "all", by: "section" });
    expect(checklistQuery({ show: "mine", by: "time" })).toBe("&show=mine&by=time");
    expect(checklistQuery({ show: "all", by: "section" })).toBe("");
  });
});
