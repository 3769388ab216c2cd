import { describe, expect, it } from "vitest";
import { namedOptions, optionsOf, plainOptions } from "@/components/ui/options";

describe("options", () => {
  const labels = { low: "Low", high: "High" };

  it("follows the order of the labels", () => {
    expect(optionsOf(labels)).toEqual([
      { value: "low", label: "Low" },
      { value: "high", label: "High" },
    ]);
  });

  it("offers only the values that are given, in their order", () => {
    expect(optionsOf({ ...labels, other: "Other" }, ["high", "low"]).map(({ value }) => value)).toEqual([
      "high",
      "low",
    ]);
  });

  it("sends the id of what has a name, and a word as itself", () => {
    expect(namedOptions([{ id: "p1", name: "Ada" }])).toEqual([{ value: "p1", label: "Ada" }]);
    expect(plainOptions(["CMDB"])).toEqual([{ value: "CMDB", label: "CMDB" }]);
  });
});
