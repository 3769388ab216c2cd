import { describe, expect, test } from "vitest";
import type { Word } from "../model";
import { defaultTrust } from "./default-trust";
import { fieldKey } from "./field-key";
import { review, type UnderReview } from "./review";
import { whomToAsk } from "./whom-to-ask";

test.each([
  ["business_owner", "businessOwnerId"],
  ["technicalOwner", "technicalOwnerId"],
  ["tier", "tierId"],
  ["workload", "workloadId"],
  ["memory_mb", "memoryMb"],
  ["site", "site"],
])("%s of a file is %s of a row", (name, key) => {
  expect(fieldKey(name)).toBe(key);
  expect(fieldKey(key)).toBe(key);
});

test.each([
  ["RVTools 4.6", 4],
  ["Azure Migrate", 4],
  ["AWS Migration Factory", 3],
  ["konveyor", 3],
  ["Group CMDB", 3],
  ["House list", 2],
  ["Something else", 3],
])("%s is trusted %i at first, with a reason", (source, trust) => {
  expect(defaultTrust(source)).toMatchObject({ trust, why: expect.stringMatching(/\.$/) });
});

describe("whomToAsk", () => {
  const owners = { businessOwnerId: "helen", technicalOwnerId: "tomas" };
  test.each([
    ["workload", "criticality", "helen"],
    ["workload", "data_classification", "helen"],
    ["workload", "businessOwnerId", "helen"],
    ["workload", "dataGb", "tomas"],
    ["asset", "name", "tomas"],
    ["asset", "os", "tomas"],
  ] as const)("of a %s, %s is asked of %s", (subject, field, who) => {
    expect(whomToAsk(subject, field, owners)).toBe(who);
  });

  test("nobody, where nobody owns it: not the other owner", () => {
    expect(whomToAsk("workload", "users", { ...owners, businessOwnerId: null })).toBeNull();
    expect(whomToAsk("asset", "os", { ...owners, technicalOwnerId: null })).toBeNull();
  });
});

describe("review", () => {
  const raisedAt = new Date("2026-05-01T00:00:00Z");
  const word = (source: string, value: Word["value"], since: string) => ({
    source,
    value,
    at: since,
    since,
    importId: null,
  });
  const asked: UnderReview = {
    presentValue: "York",
    statedValue: "Leeds",
    statedSource: "CMDB",
    raisedAt,
    present: { value: "York", source: "RVTools" },
    words: [word("CMDB", "Leeds", "2026-05-01")],
  };

  test.each<[string, Partial<UnderReview>, ReturnType<typeof review>["kind"]]>([
    ["stays while both say the same", {}, "stays"],
    [
      "stays where the source behind the value moved on",
      { present: { value: "Hull", source: "RVTools" } },
      "stays",
    ],
    ["is answered by an edit", { present: { value: "Hull", source: null } }, "answered"],
    ["is answered by an edit to what was said", { present: { value: "Leeds", source: null } }, "answered"],
    ["is answered by taking the value back", { present: { value: null, source: null } }, "answered"],
    ["goes when the source came round", { words: [word("cmdb", "york", "2026-06-01")] }, "withdrawn"],
    [
      "goes when the value became what was said",
      { present: { value: "Leeds", source: "RVTools" } },
      "withdrawn",
    ],
    ["points to the newer word of its source", { words: [word("CMDB", "Hull", "2026-06-01")] }, "points"],
    [
      "points to who disagrees since",
      { words: [word("CMDB", "York", "2026-06-01"), word("Survey", "Hull", "2026-06-02")] },
      "points",
    ],
    [
      "does not raise again what was settled before",
      { words: [word("CMDB", "York", "2026-06-01"), word("Survey", "Hull", "2026-01-02")] },
      "withdrawn",
    ],
  ])("%s", (_, change, kind) => {
    expect(review({ ...asked, ...change }).kind).toBe(kind);
  });
});
