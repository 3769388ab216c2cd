import { describe, expect, it } from "vitest";
import { waiveInput } from "../schema";
import { readMet, readSigning, readWaiverEnd } from "./read-forms";

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe("what a person did not say is not recorded for them", () => {
  it.each(["", "reject", "APPROVE"])("no decision in %j", (decision) => {
    expect(() => readSigning(form({ decision }))).toThrow(/Choose approve or decline/);
  });

  it.each(["approve", "approve_with_conditions", "decline"])("%s is what it says", (decision) => {
    expect(readSigning(form({ decision })).decision).toBe(decision);
  });

  it("a criterion is met, not met, or not answered", () => {
    expect([readMet(form({ met: "yes" })), readMet(form({ met: "no" }))]).toEqual([true, false]);
    expect(() => readMet(form({}))).toThrow(/whether the criterion is met/);
  });

  it("the end of a waiver, whose fault is told at the field that asks for it", () => {
    expect(readWaiverEnd(form({ expiresAt: "2026-12-01" })).toISOString()).toBe("2026-12-01T23:59:59.000Z");
    const found = waiveInput.safeParse({
      criterionId: "0199c000-0000-7000-8000-000000000001",
      reason: "Proven in the rehearsal",
      expiresAt: readWaiverEnd(form({ expiresAt: "" })),
    });
    expect(found.error?.issues.map(({ path }) => path)).toEqual([["expiresAt"]]);
  });

  it("conditions that are no list are refused", () => {
    expect(() => readSigning(form({ decision: "approve", conditions: "{" }))).toThrow(/could not be read/);
    expect(() => readSigning(form({ decision: "approve", conditions: "{}" }))).toThrow(/could not be read/);
  });
});
