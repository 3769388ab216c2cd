import { describe, expect, it } from "vitest";
import type { WaveState } from "../model/states";
import type { WaveRollback, WaveTransitionRow } from "../model/step";
import { attemptsOf } from "./attempts";

describe("the attempts of a wave", () => {
  it("begin anew with the step that prepares it again, and keep what was said of the rollback last", () => {
    const steps = [
      step(1, "planned", "preparing", 1),
      step(1, "ready", "cutting_over", 5),
      step(1, "cutting_over", "rolled_back", 6, "Orders were lost"),
      step(1, "rolled_back", "preparing", 9),
      step(2, "preparing", "rehearsing", 12),
    ];
    const [second, first] = attemptsOf({ attempt: 2, state: "rehearsing" }, [...steps].reverse(), [
      rollback("part", 7),
      rollback("whole", 8),
    ]);
    expect(second).toMatchObject({ attempt: 2, state: "rehearsing", from: day(9), rolledBack: null });
    expect(second?.steps.map(({ to }) => to)).toEqual(["rehearsing", "preparing"]);
    expect(first).toMatchObject({
      attempt: 1,
      present: false,
      state: "rolled_back",
      from: day(1),
      cutOverAt: day(5),
      rolledBack: { at: day(6), reason: "Orders were lost" },
      rollback: { extent: "whole" },
    });
    expect(first?.steps.map(({ until }) => until)).toEqual([null, day(6), day(5)]);
  });

  it("are one, without a beginning, while the wave has not moved", () => {
    expect(attemptsOf({ attempt: 1, state: "planned" }, [], [])).toEqual([
      {
        attempt: 1,
        present: true,
        state: "planned",
        from: null,
        cutOverAt: null,
        rolledBack: null,
        rollback: null,
        steps: [],
      },
    ]);
  });
});

function step(attempt: number, from: WaveState, to: WaveState, on: number, reason = ""): WaveTransitionRow {
  return { attempt, from, to, reason, by: "Dirk Achterberg", at: day(on) };
}

function rollback(extent: WaveRollback["extent"], on: number): WaveRollback {
  return {
    attempt: 1,
    extent,
    what: "Everything",
    remains: "",
    lossMinutes: 0,
    loss: "",
    usableAt: null,
    by: "Dirk Achterberg",
    recordedAt: day(on),
  };
}

function day(on: number): Date {
  return new Date(Date.UTC(2027, 0, on));
}
