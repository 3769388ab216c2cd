import { describe, expect, it } from "vitest";
import type { EventBody } from "../model";
import { changedFields } from "./changed-fields";
import { describeChanges, describeEvent } from "./describe-event";
import { eventHref } from "./event-address";
import { readBody } from "./read-body";

const body: EventBody = {
  action: "workload.changed",
  actor: { id: "u1", name: "Priya Raman", role: "platform_engineer", via: "browser" },
  after: { rtoMinutes: 240, businessOwner: "Helen Brandt" },
  backfill: null,
  before: { rtoMinutes: null, businessOwner: "" },
  note: null,
  occurredAt: "2026-11-21T12:00:00.000Z",
  requestId: "r1",
  subject: { id: "w1", label: "Tilbury WMS", type: "workload" },
};

describe("an event in words", () => {
  it("names who, what and the changed facts; nothing is said in words", () => {
    expect(describeEvent(body)).toBe(
      "Priya Raman changed workload Tilbury WMS: RTO from nothing to 4\u00a0h; business owner from nothing to Helen Brandt.",
    );
  });

  it.each([
    [{ before: null }, "Priya Raman changed workload Tilbury WMS."],
    [{ action: "workload.created", before: null }, "Priya Raman added workload Tilbury WMS."],
    [
      { action: "wave.created", before: null, subject: { id: "v3", label: "Wave 3, EDI", type: "wave" } },
      "Priya Raman created wave 3, EDI.",
    ],
    [{ action: "future.thing", before: null }, "Priya Raman future.thing Tilbury WMS."],
  ])("%o", (change, sentence) => {
    expect(describeEvent({ ...body, ...change })).toBe(sentence);
  });

  it("quotes a reason that was given, and stops once", () => {
    const withdrawn = { action: "drill.withdrawn", before: { withdrawnReason: null } };
    expect(
      describeEvent({ ...body, ...withdrawn, after: { withdrawnReason: "Nothing was rehearsed." } }),
    ).toBe("Priya Raman withdrew a drill of Tilbury WMS: reason “Nothing was rehearsed.”");
  });

  it("shows yes and no, and words without underscores", () => {
    expect(describeChanges({ live: false, kind: "hard_stop" }, { live: true, kind: "soft" })).toEqual([
      "live from no to yes",
      "kind from hard stop to soft",
    ]);
  });

  it("says the unit of a figure and groups its thousands", () => {
    expect(describeChanges({ dataGb: 640, latencyMs: null }, { dataGb: 1870, latencyMs: 12 })).toEqual([
      "data in GB from 640 to 1,870",
      "latency in ms from nothing to 12",
    ]);
  });

  it("writes days and moments as people do, the moment in the reader's zone", () => {
    const [before, after] = [
      { due: null, startsAt: "2027-01-16T20:00:00.000Z" },
      { due: "2026-12-05", startsAt: "2027-07-17T20:00:00Z" },
    ];
    expect(describeChanges(before, after, "Europe/London")).toEqual([
      "due from nothing to 5 Dec 2026",
      "starts at from Sat 16 Jan 2027, 20:00 GMT to Sat 17 Jul 2027, 21:00 BST",
    ]);
  });

  it("writes lists and groups of facts without brackets", () => {
    expect(
      describeChanges({ sites: [], step: {} }, { sites: ["Venlo", "Tilbury"], step: { at: 2 } }),
    ).toEqual(["sites from nothing to Venlo and Tilbury", "step from nothing to at 2"]);
  });

  it("says what was measured and how much", () => {
    const after = { metric: "Latency", value: "12 ms", measuredOn: "2026-04-01" };
    expect(describeEvent({ ...body, action: "measurement.recorded", before: null, after })).toBe(
      "Priya Raman recorded a measurement of Tilbury WMS: latency 12 ms.",
    );
  });

  it("says how a drill ended", () => {
    const after = { kind: "game_day", provenRtoMinutes: 52, provenRpoMinutes: null };
    expect(describeEvent({ ...body, action: "drill.recorded", before: null, after })).toBe(
      "Priya Raman recorded a drill of Tilbury WMS: game day, back in 52\u00a0min.",
    );
  });

  it("puts what somebody wrote in quotes", () => {
    expect(describeChanges({ comment: "See hall_3." }, { comment: "Moved.\nAsk Columbus" })).toEqual([
      "comment from “See hall_3.” to “Moved.\nAsk Columbus”",
    ]);
  });

  it("leaves an identity unsaid where its name stands beside it", () => {
    expect(describeChanges({ account: null }, { account: "Ana Ruiz", accountId: "01a1ff6e" })).toEqual([
      "account from nothing to Ana Ruiz",
    ]);
  });

  it("leaves out what stayed as it was", () => {
    expect(
      describeChanges(
        { attempt: 1, reason: "", state: "ready" },
        { attempt: 1, reason: null, state: "closed" },
      ),
    ).toEqual(["state from ready to closed"]);
  });
});

describe("the changed fields", () => {
  it("are those that differ, and null when none does", () => {
    expect(changedFields({ a: 1, b: [1], c: null }, { a: 1, b: [2], c: null })).toEqual({
      before: { b: [1] },
      after: { b: [2] },
    });
    expect(changedFields({ a: 1 }, { a: 1, b: undefined })).toBeNull();
  });
});

describe("the text of an event", () => {
  it("is read only when it is canonical and whole", () => {
    const text = '{"a":1}';
    expect(readBody(text)).toBeNull();
    expect(readBody("not json")).toBeNull();
    expect(readBody(JSON.stringify(body))).toBeNull();
  });
});

describe("the address of a list", () => {
  it("keeps the filters and begins anew at the first page", () => {
    const search = { group: "wave", before: 40 };
    expect(eventHref("/a", search, { text: "Tilbury WMS" })).toBe("/a?group=wave&text=Tilbury+WMS");
    expect(eventHref("/a", search, { group: undefined })).toBe("/a");
    expect(eventHref("/a", search, { after: 12 })).toBe("/a?group=wave&after=12");
  });
});
