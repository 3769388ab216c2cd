import { describe, expect, it } from "vitest";
import { can } from "@/lib/access/policy";
import { elevationAt, elevationBlockers } from "./elevation";

const NOW = new Date("2026-11-22T20:00:00Z");
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);
const priya = { userId: "priya", role: "platform_engineer", elevations: [] } as const;
const asked = { role: "program_manager", byId: "dirk" } as const;
const codes = (...args: Parameters<typeof elevationBlockers>) =>
  elevationBlockers(...args).map(({ code }) => code);

describe("elevationBlockers", () => {
  it("lets a manager give an engineer a manager's rights", () => {
    expect(codes(priya, asked, NOW)).toEqual([]);
  });

  it.each([
    ["to oneself", priya, { ...asked, byId: "priya" }, ["member.rights-own"]],
    ["to an auditor", { ...priya, role: "auditor" }, asked, ["member.rights-role"]],
    ["to a partner", { ...priya, role: "partner" }, asked, ["member.rights-role"]],
    ["of the role one has", priya, { ...asked, role: "platform_engineer" }, ["member.rights-held"]],
    [
      "of an engineer to a manager",
      { ...priya, role: "program_manager" },
      { ...asked, role: "platform_engineer" },
      ["member.rights-held"],
    ],
    [
      "a second time",
      { ...priya, elevations: [{ endsAt: hours(1), endedAt: null }] },
      asked,
      ["member.rights-twice"],
    ],
  ] as const)("refuses rights %s", (_case, holder, given, expected) => {
    expect(codes(holder, given, NOW)).toEqual(expected);
  });

  it("gives them again once the earlier ones are over or ended", () => {
    const over = [
      { endsAt: NOW, endedAt: null },
      { endsAt: hours(2), endedAt: NOW },
    ];
    expect(codes({ ...priya, elevations: over }, asked, NOW)).toEqual([]);
  });
});

it("rights count from their first instant to just before their last", () => {
  const given = { startsAt: NOW, endsAt: hours(4), endedAt: null };
  expect(elevationAt([given], NOW)).toBe(given);
  expect(elevationAt([given], hours(4))).toBeNull();
  expect(elevationAt([given], new Date(NOW.getTime() - 1))).toBeNull();
  expect(elevationAt([{ ...given, endedAt: hours(1) }], hours(2))).toBeNull();
});

it("rights for a time are those of the role but for members, signatures and history", () => {
  const elevated = { role: "program_manager", standing: { role: "business_owner", until: NOW } } as const;
  expect(can(elevated, "wave:plan")).toBe(true);
  for (const permission of ["member:manage", "gate:sign", "history:backfill"] as const) {
    expect(can({ role: "program_manager" }, permission)).toBe(true);
    expect(can(elevated, permission)).toBe(false);
  }
});
