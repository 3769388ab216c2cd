import { expect, test } from "vitest";
import { EVENTS } from "@/lib/audit/model";
import { gateFacts, LINK } from "@/prisma/factories/gate-facts";
import { linksTouchedBy, touchedBy } from "./touched-by";

const FACTS = gateFacts();
const { neededId: LINKED } = LINK;
const FOREIGN = "01890000-0000-7000-8000-00000000ffff";

test.each([
  ["workload.changed", FACTS.workloads.at(0)?.id],
  ["checklist.item-settled", FACTS.checklist.at(0)?.id],
  ["risk.assessed", FACTS.risks.at(0)?.id],
])("%s of what a gate is judged on touches it", (action, subjectId = "") => {
  expect(subjectId).not.toBe("");
  const event = { action, subjectId, fields: null };
  expect(touchedBy(FACTS, event)).toBe(true);
  expect(touchedBy(FACTS, { ...event, subjectId: FOREIGN })).toBe(false);
});

test.each([
  ["name", true],
  ["tier", true],
  ["criticality", true],
  ["businessOwner", true],
  ["technicalOwner", true],
  ["stateful", true],
  ["site", false],
  ["users", false],
])("%s of a workload in the wave touches its gate: %s, of one linked to it never", (field, held) => {
  const facts = { ...FACTS, workloads: FACTS.workloads.filter(({ id }) => id !== LINKED) };
  const event = { action: "workload.changed", fields: [field] };
  expect(touchedBy(FACTS, { ...event, subjectId: FACTS.workloads.at(0)?.id ?? "" })).toBe(held);
  expect(touchedBy(FACTS, { ...event, subjectId: LINKED })).toBe(held);
  expect(touchedBy(facts, { ...event, subjectId: LINKED })).toBe(false);
});

test("only what is named here leaves the links of a wave as they were", () => {
  const leaving = Object.keys(EVENTS).filter((action) => !linksTouchedBy({ action }));
  expect(leaving.filter((action) => /^(workload|wave)\./u.test(action)).sort()).toEqual([
    "wave.changed",
    "wave.transitioned",
    "wave.window-moved",
    "workload.changed",
    "workload.duties-set",
    "workload.sites-set",
  ]);
  const families = new Set(leaving.map((action) => action.split(".")[0] ?? ""));
  for (const family of ["dependency", "import", "external-link", "process", "program", "person"])
    expect(families).not.toContain(family);
  expect(linksTouchedBy({ action: "weather.changed" })).toBe(true);
});

test("what is not known touches every gate", () => {
  expect(touchedBy(FACTS, { action: "weather.changed", subjectId: FOREIGN, fields: [] })).toBe(true);
});

test("only what is named here leaves a gate as it was, whatever it is about", () => {
  const subjectId = FACTS.workloads.at(0)?.id ?? "";
  const elsewhere = Object.keys(EVENTS).filter(
    (action) => !touchedBy(FACTS, { action, subjectId, fields: null }),
  );
  expect(new Set(elsewhere.map((action) => action.split(/[.-]/u)[0]))).toMatchInlineSnapshot(`
    Set {
      "session",
      "risk",
      "recovery",
      "calendar",
      "checklist",
      "asset",
      "measurement",
      "remediation",
      "tenant",
      "comment",
      "view",
      "mail",
      "pack",
      "audit",
    }
  `);
});
