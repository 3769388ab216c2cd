import { expect, it, vi } from "vitest";

it("names a text the same wherever it is asked, and two texts differently", async () => {
  const first = await import("./statement-names");
  const names = ["SELECT 1", "SELECT 2"].map(first.statementNameOf);
  vi.resetModules();
  const second = await import("./statement-names");
  expect(second).not.toBe(first);
  expect(["SELECT 2", "SELECT 1"].map(second.statementNameOf).toReversed()).toEqual(names);
  expect(new Set(names).size).toBe(2);
});

it("names no more than a connection should keep", async () => {
  vi.resetModules();
  const { statementNameOf } = await import("./statement-names");
  const named = Array.from({ length: 201 }, (_, at) => statementNameOf(`SELECT ${at}`));
  expect(named.filter((name) => name === undefined)).toHaveLength(1);
  expect(statementNameOf("SELECT 0")).toBe(named[0]);
});
