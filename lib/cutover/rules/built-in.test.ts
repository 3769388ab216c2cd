import { describe, expect, it } from "vitest";
import { WAVE_KINDS } from "@/lib/waves/model/states";
import { templateItemFields } from "../schema";
import { builtInItems } from "./built-in";
import { instantOf, phaseOf } from "./offset";
import { ringIn } from "./order";

/** what cutovers forget. */
const FORGOTTEN = [
  "dns-ttl",
  "certificates",
  "partner-allowlists",
  "callbacks",
  "edi-sequence",
  "edi-replay",
  "duplicates",
  "scheduled-jobs",
  "printers-scanners",
  "credentials",
  "change-freeze",
  "legacy-links",
];

const WINDOW = {
  startLocal: "2026-11-21T20:00",
  endLocal: "2026-11-22T04:00",
  zone: "Europe/London",
  startAt: new Date("2026-11-21T20:00:00Z"),
  endAt: new Date("2026-11-22T04:00:00Z"),
};

describe.each(WAVE_KINDS)("the built-in checklist of kind %s", (kind) => {
  const items = builtInItems(kind);
  const keys = items.map(({ key }) => key);

  it("holds everything that cutovers forget", () => {
    expect(keys).toEqual(expect.arrayContaining(FORGOTTEN));
  });

  it("names each item once, with who does it, when, and why", () => {
    expect(new Set(keys).size).toBe(items.length);
    expect(new Set(items.map(({ title }) => title)).size).toBe(items.length);
    for (const item of items) {
      expect(item.duty, item.key).not.toBe("");
      expect(item.why, item.key).toMatch(/[.:]$/);
      expect(item.offset, item.key).not.toBeNull();
      expect(templateItemFields.safeParse(item).success, item.key).toBe(true);
    }
  });

  it("lets nothing wait for what comes later, or for itself", () => {
    expect(ringIn(items)).toBeNull();
    const order = ["before", "countdown", "during", "after"];
    for (const item of items)
      for (const key of item.after) {
        const first = items.find((one) => one.key === key);
        if (!first?.offset || !item.offset) throw new Error(`${item.key} waits for nothing called ${key}`);
        const [earlier, later] = [instantOf(first.offset, WINDOW), instantOf(item.offset, WINDOW)];
        expect(Number(earlier), `${key} before ${item.key}`).toBeLessThanOrEqual(Number(later));
        expect(order.indexOf(phaseOf(first.offset))).toBeLessThanOrEqual(order.indexOf(phaseOf(item.offset)));
      }
  });

  it("has something for the gate to ask, and something left for after the window", () => {
    const phases = new Set(items.map(({ offset }) => phaseOf(offset)));
    expect(phases.has("before")).toBe(true);
    expect(phases.has("after")).toBe(true);
  });
});
