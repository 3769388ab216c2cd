import { expect, it } from "vitest";
import { ROLES, type Role } from "@/lib/access/model";
import { waiveBlockers } from "./waive-blockers";

const executive = { userId: "marta", role: "executive" as const };
const by = (role: Role, userId = "other") => ({ userId, name: "Priya Raman", role });

it("is for somebody more senior than who answers for it", () => {
  for (const role of ROLES) {
    const codes = waiveBlockers(executive, by(role)).map(({ code }) => code);
    expect(codes).toEqual(role === "executive" ? ["seniority"] : []);
  }
  expect(waiveBlockers({ userId: "dirk", role: "program_manager" }, by("executive"))).toHaveLength(1);
});

it("is never for who answers for it, and open where nobody is known to", () => {
  expect(waiveBlockers(executive, by("executive", "marta"))).toMatchObject([{ code: "own" }]);
  expect(waiveBlockers(executive, null)).toEqual([]);
});
