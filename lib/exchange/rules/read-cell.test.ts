import { describe, expect, it } from "vitest";
import { FIELDS } from "./fields";
import { neutralCell } from "./neutral-cell";
import { readCell, showValue } from "./read-cell";

function kindOf(format: keyof typeof FIELDS, name: string) {
  const field = FIELDS[format].find((one) => one.name === name);
  if (field === undefined) throw new Error(name);
  return field.kind;
}

describe("readCell", () => {
  it.each([
    ["kind", " ERP core ", "erp_core"],
    ["kind", "edi-gateway", "edi_gateway"],
    ["stateful", "Yes", true],
    ["stateful", "0", false],
    ["tags", "java; Orders ;java", ["java", "Orders"]],
    ["name", "  Order   service ", "Order service"],
    ["business_owner", "Jane Smith", "Jane Smith"],
  ])("workloads %s reads %j", (name, cell, value) => {
    expect(readCell(kindOf("workloads", name), cell)).toEqual({ value });
  });

  it.each([
    ["risks", "current_likelihood", "Almost Certain", 5],
    ["risks", "current_impact", "major", 4],
    ["risks", "current_impact", "2", 2],
    ["risks", "due_on", "2028-02-29", "2028-02-29"],
    ["recovery-targets", "rto", "1 h 30 min", 90],
    ["recovery-targets", "rpo", "15", 15],
    ["recovery-targets", "rto", "0", 0],
  ] as const)("%s %s reads %j", (format, name, cell, value) => {
    expect(readCell(kindOf(format, name), cell)).toEqual({ value });
  });

  it.each([
    ["workloads", "kind", "mainframe"],
    ["workloads", "stateful", "perhaps"],
    ["workloads", "name", "x".repeat(201)],
    ["workloads", "business_owner", "<jane@example.com>"],
    ["workloads", "business_owner", "Jane <not an address>"],
    ["risks", "current_likelihood", "6"],
    ["risks", "due_on", "2027-02-29"],
    ["risks", "due_on", "29/01/2027"],
    ["recovery-targets", "rto", "soon"],
    ["dependencies", "latency_budget_ms", "-5"],
  ] as const)("%s %s refuses %j and says what it wants", (format, name, cell) => {
    expect(readCell(kindOf(format, name), cell)).toEqual({
      expected: expect.any(String),
      fix: expect.any(String),
    });
  });

  it("takes name and address of a person apart", () => {
    const reading = readCell({ type: "person" }, "John Doe <JDoe@Example.com>");
    expect(reading).toEqual({ value: "John Doe", email: "jdoe@example.com" });
  });

  it("shows values in words", () => {
    expect(showValue({ type: "minutes" }, 240)).toBe("4\u00a0h");
    expect(showValue(kindOf("risks", "current_impact"), 4)).toBe("4 (major)");
    expect(showValue(kindOf("workloads", "kind"), "erp_core")).toBe("erp core");
    expect(showValue({ type: "boolean" }, false)).toBe("no");
  });
});

describe("neutralCell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["  =1+1", "'  =1+1"],
    ["plain\n@SUM(A1)", "plain\n'@SUM(A1)"],
    ["\t=x", "'\t=x"],
    ["-5", "'-5"],
    ["a-b = c", "a-b = c"],
    ["a;=1+1", "a;'=1+1"],
    ["a\t@SUM(A1)", "a\t'@SUM(A1)"],
    ["a; -b", "a;' -b"],
    ["\u200b=1+1", "'\u200b=1+1"],
    ["", ""],
  ])("%j becomes %j", (cell, neutral) => {
    expect(neutralCell(cell)).toBe(neutral);
  });
});
