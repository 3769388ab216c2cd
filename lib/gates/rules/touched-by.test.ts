import { expect, test } from "vitest";
import { EVENTS } from "@/lib/audit/model";
import { gateFacts } from "@/prisma/factories/gate-facts";
import { touchedBy } from "./touched-by";

const FACTS = gateFacts();
const FOREIGN = "01890000-0000-7000-8000-00000000ffff";

test.each([
  ["workload.changed", FACTS.workloads.at(0)?.id],
  ["workload.changed", FACTS.links.at(0)?.neededId],
  ["workload.changed", FACTS.links.at(0)?.dependentId],
  ["checklist.item-settled", FACTS.checklist.at(0)?.id],
  ["risk.assessed", FACTS.risks.at(0)?.id],
])("%s of what a gate is judged on touches it", (action, subjectId = "") => {
  expect(subjectId).not.toBe("");
  expect(touchedBy(FACTS, { action, subjectId })).toBe(true);
  expect(touchedBy(FACTS, { action, subjectId: FOREIGN })).toBe(false);
});

test("what is not known touches every gate", () => {
  expect(touchedBy(FACTS, { action: "weather.changed", subjectId: FOREIGN })).toBe(true);
});

test("only what is named here leaves a gate as it was, whatever it is about", () => {
  const subjectId = FACTS.workloads.at(0)?.id ?? "";
  const elsewhere = Object.keys(EVENTS).filter((action) => !touchedBy(FACTS, { action, subjectId }));
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
