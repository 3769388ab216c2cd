import { expect, it } from "vitest";
import type { EventBody } from "@/lib/audit/model";
import { describeChange } from "./describe-change";

const EVENT: EventBody = {
  action: "wave.transitioned",
  actor: { id: "u", name: "Priya Raman", role: "platform_engineer", via: "browser" },
  before: { state: "hypercare", attempt: 1 },
  after: { state: "closed", attempt: 1, reason: "No incident.", gateDigest: "6228a5" },
  backfill: null,
  note: null,
  occurredAt: "2027-01-30T10:00:00.000Z",
  requestId: "r",
  subject: { type: "wave", id: "w", label: "Wave 3, EDI and portals" },
};

it.each<[Partial<EventBody>, string]>([
  [{}, "Priya Raman moved the wave Hypercare → Closed: No incident."],
  [
    {
      action: "wave.window-moved",
      before: { starts: null },
      after: {
        starts: "2027-01-16T20:00 Europe/London",
        startsAt: "2027-01-16T20:00:00.000Z",
        endsAt: "2027-01-17T04:00:00.000Z",
      },
    },
    "Priya Raman set the window Sat 16 Jan 2027, 20:00 to Sun 17 Jan, 04:00 GMT.",
  ],
  [{ action: "wave.workloads-added", after: { workloads: "Alpha, Beta" } }, "Priya Raman added Alpha, Beta."],
  [
    {
      action: "checklist.item-settled",
      subject: { type: "checklist-item", id: "i", label: "Print a label" },
      before: { state: "Open" },
      after: { state: "Failed", reason: "No paper" },
    },
    "Priya Raman settled “Print a label” as failed: No paper.",
  ],
  [
    { action: "wave.changed", before: { name: "EDI" }, after: { name: "EDI and portals" } },
    "Priya Raman changed wave 3, EDI and portals: name from EDI to EDI and portals.",
  ],
])("tells %o", (change, sentence) => {
  expect(describeChange({ ...EVENT, ...change })).toBe(sentence);
});
