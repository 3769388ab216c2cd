import { describe, expect, it } from "vitest";
import { isNews, NEWS_ACTIONS } from "./news";

describe("isNews", () => {
  it.each([
    ["workload.changed", true],
    ["wave.window-moved", true],
    ["gate.declined", true],
    ["risk.assessed", true],
    ["checklist.item-settled", true],
    ["import.committed", true],
    ["member.ended", true],
    ["member.added", false],
    ["import.previewed", false],
    ["person.added", false],
    ["session.opened", false],
    ["audit.exported", false],
    ["risk.control-linked", false],
    ["risk-domain.changed", false],
    ["dependency.created", false],
    ["tier.changed", false],
    ["something", false],
  ])("%s: %s", (action, expected) => {
    expect(isNews(action)).toBe(expected);
  });

  it("lists the news among the events that exist", () => {
    expect(NEWS_ACTIONS).toContain("gate.approved");
    expect(NEWS_ACTIONS.every(isNews)).toBe(true);
  });
});
