import { describe, expect, it } from "vitest";
import { WAVE_STATES } from "@/lib/waves/model/states";
import { type DoneFacts, doneBlockers } from "./done-blockers";

const FREE: DoneFacts = {
  subject: { type: "checklist-item", id: "i", label: "Switch the names" },
  duty: "",
  ownerId: null,
  needsEvidence: false,
  offset: null,
  evidence: 0,
  comesAfter: [],
  waveState: "preparing",
};

const words = (facts: Partial<DoneFacts>) =>
  doneBlockers({ ...FREE, ...facts }).map(({ message }) => message);

describe("an item cannot be done", () => {
  it("while what comes first is open or failed; done and skipped do not hold it", () => {
    expect(
      words({
        comesAfter: [
          { title: "Lower", state: "done" },
          { title: "Ask", state: "skipped" },
          { title: "Copy", state: "open" },
          { title: "Restore", state: "failed" },
        ],
      }),
    ).toEqual(["It waits for “Restore”, which failed.", "It waits for “Copy”, which is open."]);
  });

  it("without an owner where a duty names who should have one", () => {
    expect(words({ duty: "technical owner" })).toEqual(["Nobody owns it yet. It is for: technical owner."]);
    expect(words({ duty: "technical owner", ownerId: "p" })).toEqual([]);
    expect(words({})).toEqual([]);
  });

  it("without the evidence it needs", () => {
    expect(words({ needsEvidence: true })).toEqual(["It needs evidence, and none is attached."]);
    expect(words({ needsEvidence: true, evidence: 1 })).toEqual([]);
  });

  it.each(WAVE_STATES)("before its part of the cutover: %s", (waveState) => {
    const before = { anchor: "window_start", unit: "days", by: -3 } as const;
    const during = { anchor: "window_start", unit: "minutes", by: 30 } as const;
    const after = { anchor: "window_end", unit: "days", by: 7 } as const;
    const begun = ["cutting_over", "hypercare", "closed"].includes(waveState);
    const over = ["hypercare", "closed"].includes(waveState);
    expect(words({ waveState, offset: before })).toEqual([]);
    expect(words({ waveState, offset: during }).length).toBe(begun ? 0 : 1);
    expect(words({ waveState, offset: after }).length).toBe(over ? 0 : 1);
  });

  it("for every reason at once, each in its sentence", () => {
    const all = words({
      duty: "wave lead",
      needsEvidence: true,
      comesAfter: [{ title: "A", state: "open" }],
      offset: { anchor: "window_end", unit: "minutes", by: 30 },
    });
    expect(all).toEqual([
      "It waits for “A”, which is open.",
      "It is done after the cutover, in hypercare; the wave is preparing.",
      "Nobody owns it yet. It is for: wave lead.",
      "It needs evidence, and none is attached.",
    ]);
  });
});
