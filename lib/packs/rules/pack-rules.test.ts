import { describe, expect, it } from "vitest";
import { packSentence, unknownWords } from "./pack-words";
import { packDigest, packProof } from "./seal";

describe("the proof of a pack", () => {
  const digest = packDigest("{}");

  it("holds when the text, the digest beside it and the one of the trail agree", () => {
    expect(packProof("{}", digest, digest).isIntact).toBe(true);
  });

  it("does not hold for another text, another digest, or without an event", () => {
    for (const [content, stored, noted] of [
      ["{ }", digest, digest],
      ["{}", packDigest("x"), digest],
      ["{}", digest, packDigest("x")],
      ["{}", digest, null],
    ] as const)
      expect(packProof(content, stored, noted).isIntact).toBe(false);
  });
});

describe("the words of a pack", () => {
  it("say live against plan, and what is not there", () => {
    const live = { total: 61, live: 14, planned: 20, unplanned: 6 };
    expect(packSentence({ health: null, live, next: null }, "Europe/London")).toBe(
      "No wave is under way. 14 of 61 workloads are live, 6 fewer than planned. No cutover has a window ahead.",
    );
  });

  it("list what is unknown, one line each, and leave out what is not", () => {
    const counts = { withoutOwner: 1, withoutTier: 0, withoutCriticality: 3, withoutLinks: 0 };
    expect(unknownWords(counts, { missingTargets: 0, neverTested: 36, risksUnknown: 1 })).toEqual([
      "1 workload has no business owner",
      "3 workloads have no criticality",
      "36 workloads have a target that no drill has tested",
      "1 open risk cannot be held against an appetite",
    ]);
  });
});
