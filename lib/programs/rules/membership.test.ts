import { describe, expect, it } from "vitest";
import { isMemberAt, type ManagedMembership, memberChangeBlockers, memberEndBlockers } from "./membership";

const now = new Date("2026-11-21T12:00:00Z");
const later = new Date("2026-12-01T00:00:00Z");

function member(id: string, facts: Partial<ManagedMembership> = {}): ManagedMembership {
  return { id, userId: id, role: "program_manager", endsAt: null, ...facts };
}

describe("the last program manager", () => {
  const only = member("a");
  const temporary = member("b", { endsAt: later });
  const engineer = member("c", { role: "platform_engineer" });

  it.each([
    ["ends", null],
    ["becomes an executive", { role: "executive" as const, endsAt: null }],
    ["gets an end", { role: "program_manager" as const, endsAt: later }],
  ])("cannot go: %s", (_case, next) => {
    const violations = memberChangeBlockers([only, temporary, engineer], only, next);
    expect(violations.map((violation) => violation.code)).toEqual(["member.last-manager"]);
    expect(memberChangeBlockers([only, member("d")], only, next)).toEqual([]);
  });

  it("holds back nobody else", () => {
    expect(memberChangeBlockers([only, engineer], engineer, null)).toEqual([]);
    expect(memberChangeBlockers([only, temporary], temporary, null)).toEqual([]);
  });

  it("may change what is not role or end", () => {
    expect(memberChangeBlockers([only], only, { role: "program_manager", endsAt: null })).toEqual([]);
  });
});

describe("an end", () => {
  it("lies in the future", () => {
    expect(memberEndBlockers(now, now).map((violation) => violation.code)).toEqual(["member.end-passed"]);
    expect(memberEndBlockers(later, now)).toEqual([]);
    expect(memberEndBlockers(null, now)).toEqual([]);
  });

  it("is the first instant that no longer counts", () => {
    expect(isMemberAt({ endsAt: later }, later)).toBe(false);
    expect(isMemberAt({ endsAt: later }, now)).toBe(true);
    expect(isMemberAt({ endsAt: null }, now)).toBe(true);
  });
});
