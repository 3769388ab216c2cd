import { describe, expect, test } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { lastEvent } from "@/prisma/factories/last-event";
import { addPerson, foundWorld } from "@/prisma/factories/world";
import {
  getDuties,
  getTenantClass,
  listMeasurements,
  listTenantClasses,
  profileCounts,
} from "../queries/profile";
import {
  exportRemediation,
  getRemediation,
  listRemediation,
  listRemediationOf,
  remediationCounts,
} from "../queries/remediation";
import { dutyStamp } from "../rules/duties";
import { remediationSearch } from "../rules/search";
import { changeRemediation } from "./change-remediation";
import { changeTenantClass } from "./change-tenant-class";
import { recordMeasurements } from "./record-measurements";
import { recordRemediation } from "./record-remediation";
import { recordTenantClass } from "./record-tenant-class";
import { removeTenantClass } from "./remove-tenant-class";
import { setDuties } from "./set-duties";

const world = await foundWorld();
const other = await foundWorld();
const engineer = { actor: world.as.platform_engineer };
const stranger = { actor: other.as.platform_engineer };
const reader = world.as.auditor;
const { workloadId } = await createWorkload(engineer, { name: "Tilbury WMS" });
const owner = await addPerson(world, "Tomas Lindqvist");
const foreignOwner = await addPerson(other, "Nobody Here");

const REFUSED = ["executive", "business_owner", "auditor", "partner"] as const;
const figures = { workloadId, measuredOn: "2026-03-01", source: "Restore test" };
const item = { workloadId, kind: "fixed_address", title: "Printers dial 10.4.0.12" } as const;

describe("duties", () => {
  test("are unknown until somebody says, and change at what was seen", async () => {
    const before = await getDuties(reader, workloadId);
    expect(before.patching).toEqual({ party: null, note: "" });
    const seen = dutyStamp(before);
    await setDuties(engineer, {
      workloadId,
      version: seen,
      duties: {
        patching: { party: "provider", note: "monthly" },
        data_stewardship: { party: "customer", note: "" },
      },
    });
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "workload.duties-set",
      before: { patching: null, data_stewardship: null },
      after: { patching: "Provider, monthly", data_stewardship: "Customer" },
    });
    const stale = {
      workloadId,
      version: seen,
      duties: { patching: { party: "customer", note: "" } },
    } as const;
    const held = dutyStamp(await getDuties(reader, workloadId));
    await expect(setDuties(engineer, stale)).rejects.toMatchObject({
      code: "CONFLICT",
      version: held,
      changes: [{ label: "Patching", yours: "Customer", theirs: "Provider, monthly" }],
    });
  });

  test("go back to unknown, and refuse to write nothing", async () => {
    const now = dutyStamp(await getDuties(reader, workloadId));
    await setDuties(engineer, {
      workloadId,
      version: now,
      duties: { patching: { party: "" as never, note: "x" } },
    });
    const after = await getDuties(reader, workloadId);
    expect(after.patching).toEqual({ party: null, note: "" });
    expect(after.data_stewardship.party).toBe("customer");
    await expect(
      setDuties(engineer, { workloadId, version: dutyStamp(after), duties: {} }),
    ).rejects.toMatchObject({
      code: "INVALID",
      message: "Nothing was changed.",
    });
  });
});

describe("measurements", () => {
  test("are appended, one a figure; what was not measured stays unknown", async () => {
    await recordMeasurements(engineer, {
      ...figures,
      currency: "eur",
      values: { rto_minutes: "300", availability_percent: "99,82", latency_ms: "", cost_per_month: "3 200" },
    });
    await recordMeasurements(engineer, {
      ...figures,
      measuredOn: "2026-04-01",
      values: { rto_minutes: "90" },
    });
    const all = await listMeasurements(reader, workloadId);
    expect(all.map(({ metric, value, unit, measuredOn }) => [metric, value, unit, measuredOn])).toEqual(
      expect.arrayContaining([
        ["rto_minutes", "90", "", "2026-04-01"],
        ["rto_minutes", "300", "", "2026-03-01"],
        ["availability_percent", "99.82", "", "2026-03-01"],
        ["cost_per_month", "3200", "EUR", "2026-03-01"],
      ]),
    );
    expect(all).toHaveLength(4);
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "measurement.recorded",
      after: { metric: "Time to be back", measuredOn: "2026-04-01", source: "Restore test" },
    });
  });

  test("refuse nothing at all, a day that lies ahead, a cost without currency, more than 100 percent", async () => {
    const refused = (input: object) =>
      expect(recordMeasurements(engineer, { ...figures, values: {}, ...input })).rejects;
    await refused({}).toMatchObject({ fields: { "values.rpo_minutes": "Give at least one figure." } });
    await refused({ values: { rto_minutes: "soon" } }).toMatchObject({ code: "INVALID" });
    await refused({ values: { availability_percent: "101" } }).toMatchObject({ code: "INVALID" });
    await refused({ values: { cost_per_month: "9" } }).toMatchObject({
      fields: { currency: "Say in which currency the cost is." },
    });
    await refused({ measuredOn: "2150-01-01", values: { rto_minutes: "9" } }).toMatchObject({
      fields: { measuredOn: "What was measured cannot lie in the future." },
    });
  });

  test("cannot be changed past the command", async () => {
    const write = withActor(
      world.as.platform_engineer,
      (tx) => tx.$executeRaw`UPDATE "Measurement" SET value = 1`,
    );
    await expect(write).rejects.toThrow(/permission denied/);
  });
});

describe("remediation", () => {
  test("is recorded, changed at the version seen, and done with its reason", async () => {
    const { remediationId } = await recordRemediation(engineer, {
      ...item,
      ownerId: owner,
      dueOn: "2026-01-05",
    });
    expect(await getRemediation(reader, remediationId)).toMatchObject({
      title: item.title,
      owner: "Tomas Lindqvist",
      dueOn: "2026-01-05",
      state: "open",
      version: 1,
    });
    await expect(
      changeRemediation(engineer, { remediationId, version: 1, state: "done" }),
    ).rejects.toMatchObject({ fields: { reason: "Say what was done about it." } });
    await changeRemediation(engineer, { remediationId, version: 1, state: "done", reason: "Names instead" });
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "remediation.changed",
      before: { state: "Open", reason: "" },
      after: { state: "Done", reason: "Names instead" },
    });
    await expect(
      changeRemediation(engineer, { remediationId, version: 1, ownerId: "", state: "accepted" }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      version: 2,
      changes: [
        { label: "Owner", yours: "none", theirs: "Tomas Lindqvist" },
        { label: "State", yours: "Accepted as it is", theirs: "Done" },
      ],
    });
  });

  test("knows no owner and no workload of another program", async () => {
    await expect(recordRemediation(engineer, { ...item, ownerId: foreignOwner })).rejects.toMatchObject({
      fields: { ownerId: "There is no such person in this program." },
    });
    await expect(recordRemediation(stranger, item)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("is filtered, sorted, counted and paged by the database", async () => {
    for (let at = 0; at < 52; at += 1) {
      const dueOn = at % 2 === 0 ? "2026-02-01" : null;
      await recordRemediation(engineer, { workloadId, kind: "undocumented_job", title: `Job ${at}%`, dueOn });
    }
    const now = new Date("2026-02-11T12:00:00Z");
    const list = (params: Record<string, string>) => listRemediation(reader, remediationSearch(params), now);
    expect(await list({})).toMatchObject({ total: 52, everything: 53, page: 1, rows: { length: 50 } });
    expect(await list({ page: "9" })).toMatchObject({ page: 2, rows: { length: 2 } });
    expect(await list({ state: "done" })).toMatchObject({ total: 1, rows: [{ overdueDays: 0, wave: null }] });
    expect((await list({ due: "overdue" })).rows[0]).toMatchObject({ overdueDays: 10, owner: null });
    expect(await list({ q: "job 1%" })).toMatchObject({ total: 1 });
    expect(await list({ q: "tilbury", owner, state: "all" })).toMatchObject({ total: 1 });
    for (const sort of ["due", "title", "workload", "kind", "owner", "state", "wave"])
      expect(await list({ sort, order: "desc", wave: "none" })).toMatchObject({ total: 52 });
    expect(await exportRemediation(reader, remediationSearch({ state: "all" }), now)).toHaveLength(53);
    expect(await listRemediationOf(reader, workloadId, now)).toHaveLength(53);
    expect(await remediationCounts(reader, now)).toEqual({
      open: 52,
      inProgress: 0,
      done: 1,
      accepted: 0,
      late: 26,
      unowned: 52,
    });
  });
});

describe("tenant classes", () => {
  test("are recorded once by name, changed, and removed with what they said", async () => {
    const { tenantClassId } = await recordTenantClass(engineer, {
      workloadId,
      kind: "regulated",
      name: "Pharma customers",
      tenants: "12",
      users: "",
      isolation: "A schema of their own",
    });
    const taken = { workloadId, kind: "premium", name: "pharma  CUSTOMERS" } as const;
    await expect(recordTenantClass(engineer, taken)).rejects.toMatchObject({
      fields: { name: "The workload already has a class named pharma CUSTOMERS." },
    });
    await changeTenantClass(engineer, { tenantClassId, version: 1, users: "1,400", residency: "EU" });
    expect(await getTenantClass(reader, workloadId, tenantClassId)).toMatchObject({
      tenants: 12,
      users: 1400,
      residency: "EU",
      version: 2,
    });
    await expect(
      changeTenantClass(engineer, { tenantClassId, version: 1, users: "2" }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(
      changeTenantClass(engineer, { tenantClassId, version: 2, users: "1400" }),
    ).rejects.toMatchObject({
      message: "Nothing was changed.",
    });
    await expect(removeTenantClass(stranger, { tenantClassId, version: 2 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await removeTenantClass(engineer, { tenantClassId, version: 2 });
    expect(await listTenantClasses(reader, workloadId)).toEqual([]);
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "tenant-class.removed",
      before: { name: "Pharma customers", kind: "Regulated", tenants: 12 },
    });
  });
});

describe("who may", () => {
  const writes: Record<string, (call: { actor: typeof reader }) => Promise<unknown>> = {
    setDuties: (call) => setDuties(call, { workloadId, version: 0, duties: {} }),
    recordMeasurements: (call) => recordMeasurements(call, { ...figures, values: { rto_minutes: "1" } }),
    recordRemediation: (call) => recordRemediation(call, item),
    recordTenantClass: (call) => recordTenantClass(call, { workloadId, kind: "standard", name: "All" }),
  };
  const attempts = Object.keys(writes).flatMap((name) => REFUSED.map((role) => ({ name, role })));

  test.each(attempts)("$role may not $name", async ({ name, role }) => {
    await expect(writes[name]?.({ actor: world.as[role] })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test.each(Object.keys(writes))("%s knows no workload of another program", async (name) => {
    await expect(writes[name]?.(stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a partner reads nothing of a profile, by the query nor by the database", async () => {
    const partner = world.as.partner;
    expect(() => getDuties(partner, workloadId)).toThrow(/no such workload/);
    expect(() => profileCounts(partner, workloadId)).toThrow(/no such workload/);
    expect(() => listRemediation(partner, remediationSearch({}))).toThrow(/no such workload/);
    const counts = await withActor(partner, async (tx) => [
      await tx.measurement.count(),
      await tx.remediation.count(),
      await tx.workloadDuty.count(),
      await tx.tenantClass.count(),
    ]);
    expect(counts).toEqual([0, 0, 0, 0]);
    expect(await profileCounts(reader, workloadId)).toMatchObject({ dutiesKnown: 1, measurements: 4 });
  });
});
