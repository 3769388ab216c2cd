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
      "Priya Raman changed workload Tilbury WMS: rto minutes from nothing to 240; business owner from nothing to Helen Brandt.",
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
