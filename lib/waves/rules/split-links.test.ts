import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SplitLink, SplitPlanWave } from "../model/split";
import { cutoverOrder, splitSpans, splitSteps } from "./split-links";

const WAVES = [
  wave(1, 10),
  wave(2, 30),
  wave(3, 20),
  wave(4, null),
  { ...wave(5, 1), state: "cancelled" as const },
];

describe("links that lead from the new place to the old", () => {
  it("do so from the first cutover of an end to that of the other, for so many days", () => {
    const [one] = splitSpans(WAVES, [link("a", "w2", "w1", "synchronous")]);
    expect(one).toMatchObject({ from: { number: 1 }, until: { number: 2 }, days: 20 });
    const steps = splitSteps(WAVES, one === undefined ? [] : [one]);
    expect(steps.map(({ wave: { number }, across }) => [number, across.length])).toEqual([
      [1, 1],
      [3, 1],
      [2, 0],
      [4, 0],
    ]);
    expect(steps[0]?.synchronous).toBe(1);
  });

  it("do so for good where the other end is in no wave, and for an unknown time without a window", () => {
    const found = splitSpans(WAVES, [
      link("a", "w1", null, null),
      link("b", "w1", "w4", null),
      link("c", "w5", "w1", null),
    ]);
    expect(found.map(({ until, days }) => [until?.number ?? null, days])).toEqual([
      [null, null],
      [4, null],
      [null, null],
    ]);
    expect(splitSteps(WAVES, found).at(-1)).toMatchObject({ forGood: 2, kindUnknown: 2 });
  });

  it("law: inside a wave and outside all none is split, and after the last wave only what stays behind is", () => {
    const places = fc.constantFrom("w1", "w2", "w3", "w4", null);
    const links = fc.array(fc.tuple(places, places), { maxLength: 20 });
    fc.assert(
      fc.property(links, (ends) => {
        const all = ends.map(([from, to], at) => link(`l${at}`, from, to, "file"));
        const spans = splitSpans(WAVES, all);
        expect(spans.every(({ link: { dependent, needed } }) => dependent.waveId !== needed.waveId)).toBe(
          true,
        );
        const behind = all.filter(
          ({ dependent, needed }) => (dependent.waveId === null) !== (needed.waveId === null),
        );
        expect(splitSteps(WAVES, spans).at(-1)?.across).toHaveLength(behind.length);
        expect(cutoverOrder(WAVES).map(({ number }) => number)).toEqual([1, 3, 2, 4]);
      }),
    );
  });
});

function wave(number: number, day: number | null): SplitPlanWave {
  const at = (hour: number) => new Date(Date.UTC(2027, 0, day ?? 0, hour));
  const window =
    day === null ? null : { startLocal: "", endLocal: "", zone: "Etc/UTC", startAt: at(20), endAt: at(28) };
  return { id: `w${number}`, number, name: `W${number}`, state: "planned", window };
}

function link(id: string, from: string | null, to: string | null, kind: string | null): SplitLink {
  const end = (name: string, waveId: string | null) => ({ id: name, name, waveId });
  return { id, dependent: end(`${id} a`, from), needed: end(`${id} b`, to), kind, hardness: null };
}
