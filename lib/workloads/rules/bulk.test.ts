import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BULK_FIELDS, type BulkEdit, type BulkRow, bulkField, planBulk, planText } from "./bulk";
import { newFacts } from "./new-facts";

const row = (id: string, facts: Partial<BulkRow> = {}): BulkRow => ({
  ...newFacts({ name: `Workload ${id}` }),
  id,
  version: 1,
  ...facts,
});
const toSupport: BulkEdit = { field: "criticality", mode: "set", facts: { criticality: "support" } };

describe("planBulk", () => {
  it("changes what says something else and counts what says so already", () => {
    const plan = planBulk([row("a"), row("b", { criticality: "support" })], toSupport);
    expect(plan).toEqual({
      steps: [{ id: "a", version: 1, name: "Workload a", facts: { criticality: "support" } }],
      already: 1,
    });
  });

  it("adds to lists and takes out of them, and keeps what else they hold", () => {
    const rows = [row("a", { tags: ["pci", "edi"] })];
    const add: BulkEdit = { field: "tags", mode: "add", facts: { tags: ["edi", "peak"] } };
    expect(planBulk(rows, add).steps[0]?.facts).toEqual({ tags: ["pci", "edi", "peak"] });
    const remove: BulkEdit = { field: "tags", mode: "remove", facts: { tags: ["edi", "none such"] } };
    expect(planBulk(rows, remove).steps[0]?.facts).toEqual({ tags: ["pci"] });
  });

  it("gives a decision again where only its reason differs", () => {
    const edit: BulkEdit = {
      field: "hosting",
      mode: "set",
      facts: { hosting: "single_cloud", hostingReason: "One region is enough." },
    };
    const held = row("a", { hosting: "single_cloud", hostingReason: "Because." });
    expect(planBulk([held], edit).steps).toHaveLength(1);
    expect(planBulk([{ ...held, hostingReason: "One region is enough." }], edit).already).toBe(1);
  });

  it("done once, there is nothing left to do, whatever the rows held", () => {
    const entry = fc.constantFrom("a", "b", "c", "d");
    const list = fc.uniqueArray(entry);
    const mode = fc.constantFrom("set", "add", "remove");
    fc.assert(
      fc.property(fc.array(list), list, mode, (held, tags, how) => {
        const edit: BulkEdit = { field: "tags", mode: how, facts: { tags } };
        const rows = held.map((one, at) => row(String(at), { tags: one }));
        const { steps } = planBulk(rows, edit);
        const after = rows.map((one) => ({ ...one, ...steps.find(({ id }) => id === one.id)?.facts }));
        expect(planBulk(after, edit)).toEqual({ steps: [], already: rows.length });
      }),
    );
  });
});

describe("planText", () => {
  it("tells two states of the same rows apart, whatever their order", () => {
    const [a, b] = [row("a"), row("b")];
    const text = planText(planBulk([a, b], toSupport));
    expect(planText(planBulk([b, a], toSupport))).toBe(text);
    expect(planText(planBulk([{ ...a, version: 2 }, b], toSupport))).not.toBe(text);
    expect(planText(planBulk([a], toSupport))).not.toBe(text);
  });
});

it("offers no fact that names one workload alone, and no reason apart from its decision", () => {
  for (const key of ["name", "externalId", "dispositionReason"]) expect(bulkField(key)).toBeNull();
  expect(bulkField("tierId")?.kind).toBe("tier");
  expect(BULK_FIELDS.length).toBeGreaterThan(20);
});
