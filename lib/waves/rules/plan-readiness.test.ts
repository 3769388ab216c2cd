import { expect, it } from "vitest";
import type { WaveTransitionFacts } from "../model/step";
import { planReadiness } from "./plan-readiness";

const EMPTY: WaveTransitionFacts = {
  waveId: "w",
  number: 6,
  name: "ERP core",
  state: "planned",
  attempt: 1,
  version: 1,
  lead: null,
  window: null,
  workloads: 0,
  withoutOwner: { count: 0, names: [] },
  withoutTarget: { count: 0, names: [] },
  openItems: { count: 0, names: [] },
  exception: null,
  calendar: { periods: [], exceptions: [] },
  gate: null,
  gateDemanded: true,
};

it("of an empty wave has nothing, and does not take the absence of workloads for complete owners", () => {
  const parts = planReadiness(EMPTY, { settled: 0, failed: 0, total: 0 });
  expect(parts.map(({ standing }) => standing)).toEqual(Array.from({ length: 7 }, () => "missing"));
  expect(parts.find(({ id }) => id === "owners")?.detail).toBe("Unknown while no workload is in the wave.");
});

it("names what is missing and what failed", () => {
  const facts = { ...EMPTY, workloads: 5, withoutOwner: { count: 4, names: ["A", "B", "C", "D"] } };
  const parts = planReadiness(facts, { settled: 2, failed: 1, total: 7 });
  expect(parts.find(({ id }) => id === "owners")?.detail).toBe(
    "4 workloads have no business or no technical owner: A, B, C and 1 more.",
  );
  expect(parts.find(({ id }) => id === "checklist")).toMatchObject({
    standing: "failed",
    detail: "1 item failed, 2 of 7 items settled.",
  });
});

it("does not take a list on which something is open for done", () => {
  const standingOf = (settled: number) =>
    planReadiness(EMPTY, { settled, failed: 0, total: 4 }).find(({ id }) => id === "checklist")?.standing;
  expect([0, 3, 4].map(standingOf)).toEqual(["missing", "missing", "there"]);
});
