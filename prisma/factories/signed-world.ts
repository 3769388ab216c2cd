import { saveGateTemplate } from "@/lib/gates/commands/save-gate-template";
import { builtInTemplate } from "@/lib/gates/rules/built-in-templates";
import { asSuperuser } from "@/prisma/testing/database";
import { type ReadyWave, readyWave } from "./ready-wave";
import { foundWorld } from "./world";

const DAY = 86_400_000;
const HOUR = 3_600_000;

type Value = string | number | boolean | Date | null;

/**
 * A gate that asks for everything the system can check, with one row at least in every table it is judged on; `rows` says
 * which, as SQL conditions by name. Nobody has signed it.
 */
export async function signedWorld(): Promise<{ ready: ReadyWave; rows: ReadonlyMap<string, string> }> {
  const world = await foundWorld();
  const manager = { actor: world.as.program_manager };
  const { demanded, seats, criteria } = builtInTemplate("production", "go_no_go");
  const { templateId } = await saveGateTemplate(manager, {
    ...{ waveKind: "production", kind: "go_no_go", version: 0, demanded, quorum: 1 },
    seats: seats.map(({ role }) => ({ role, capacity: "Owner of order intake" })),
    criteria: [...criteria],
  });
  const ready = await readyWave(world, [
    { role: "business_owner", userId: world.as.business_owner.userId },
    { role: "executive" },
  ]);
  const rows = new Map<string, string>();
  const put = putter(world.program.id, rows);
  const know = (name: string, where: string) => rows.set(name, where);
  const { waveId, gateId, workloadId, personId } = ready;
  const executive = world.as.executive.userId;
  const owner = world.as.business_owner.userId;
  const engineer = world.as.platform_engineer.userId;
  const now = new Date();
  const [standing] = await asSuperuser<{ tier: string; criterion: string; targets: string }>(
    `SELECT w."tierId" AS tier, a.id AS criterion, t.id AS targets FROM "Workload" w, "GateCriterion" a, "GateCriterion" t
     WHERE w.id = $1 AND a."gateId" = $2 AND a.key = 'reconciliation' AND t."gateId" = $2 AND t.key = 'targets'`,
    [workloadId, gateId],
  );
  if (standing === undefined) throw new Error("the ready wave has a workload and a gate");
  const { tier, criterion, targets } = standing;

  for (const [name, id] of Object.entries({
    gate: gateId,
    template: templateId,
    wave: waveId,
    workload: workloadId,
    tier,
    criterion,
  })) {
    know(name, `id = '${id}'`);
  }
  know("person", `id = '${personId}'`);
  know("user", `id = '${engineer}'`);
  know("seat", `"gateId" = '${gateId}' AND position = 0`);
  know("attestation", `"criterionId" = '${criterion}'`);
  know("duty", `"gateId" = '${gateId}' AND "userId" = '${engineer}'`);
  know("membership", `"workloadId" = '${workloadId}'`);
  know("item", `"programId" = '${world.program.id}'`);
  await asSuperuser(
    `UPDATE "Tier" SET "rtoMinutes" = 480, "rpoMinutes" = 60, "drillIntervalDays" = 90 WHERE id = '${tier}'`,
  );
  await asSuperuser(
    `UPDATE "Workload" SET stateful = true, name = 'Order intake' WHERE id = '${workloadId}'`,
  );
  await asSuperuser(
    `UPDATE "ChecklistItem" SET "dueAnchor" = 'window_start', "dueDays" = -1 WHERE "waveId" = '${waveId}'`,
  );

  const workload = (name: string) =>
    put("Workload", {
      ...{
        name,
        nameKey: name.toLowerCase(),
        criticality: "revenue",
        tierId: tier,
        businessOwnerId: personId,
      },
      ...{ technicalOwnerId: personId, createdAt: now, updatedAt: now },
    });
  const [carried, plain, elsewhere] = [
    await workload("Carried"),
    await workload("Plain"),
    await workload("A workload elsewhere"),
  ];
  for (const id of [carried, plain]) await put("WaveWorkload", { waveId, workloadId: id, addedAt: now });
  await put("RecoveryTarget", { workloadId, rtoMinutes: 240, rpoMinutes: 30, createdAt: now }, "ownTarget");
  const process = await put(
    "BusinessProcess",
    {
      name: "Order intake",
      nameKey: "order intake",
      rtoMinutes: 300,
      rpoMinutes: 45,
      createdAt: now,
      updatedAt: now,
    },
    "process",
  );
  await put("ProcessWorkload", { processId: process, workloadId: carried });
  know("carried", `"processId" = '${process}'`);
  await put(
    "Dependency",
    { dependentId: workloadId, neededId: elsewhere, kind: "event", hardness: "hard", createdAt: now },
    "link",
  );
  for (const id of [workloadId, carried, plain]) {
    const times = {
      declaredAt: new Date(now.getTime() - 10 * DAY),
      usableAt: new Date(now.getTime() - 10 * DAY + HOUR),
    };
    const lastGoodAt = new Date(now.getTime() - 10 * DAY - 600_000);
    const drill = {
      workloadId: id,
      kind: "restore",
      ...times,
      lastGoodAt,
      recordedById: engineer,
      recordedAt: now,
    };
    await put("Drill", drill, id === workloadId ? "drill" : undefined);
  }

  const domain = await put(
    "RiskDomain",
    { name: "Data", nameKey: "data", appetite: 9, createdAt: now },
    "domain",
  );
  const risk = (code: string, name?: string) =>
    put(
      "Risk",
      {
        ...{ code, title: `Risk ${code}`, titleKey: code, domainId: domain, createdAt: now, updatedAt: now },
        ...{ currentLikelihood: 4, currentImpact: 4 },
      },
      name,
    );
  const [ofWave, ofWorkload] = [await risk("R-901", "risk"), await risk("R-902")];
  await put(
    "RiskScale",
    { version: 1, content: "{}", reason: "The first", publishedAt: now, publishedById: executive },
    "scale",
  );
  await put("RiskWave", { riskId: ofWave, waveId });
  know("riskOfWave", `"riskId" = '${ofWave}'`);
  await put("RiskWorkload", { riskId: ofWorkload, workloadId });
  know("riskOfWorkload", `"riskId" = '${ofWorkload}'`);
  await put(
    "RiskAcceptance",
    {
      ...{
        riskId: ofWave,
        proposedById: engineer,
        proposedAt: now,
        reason: "Ordered",
        upToScore: 16,
        zone: "UTC",
      },
      ...{ expiresLocal: "2099-01-01T00:00", expiresAt: new Date("2099-01-01"), decision: "accepted" },
      ...{ decidedById: executive, decidedAt: now },
    },
    "acceptance",
  );

  await put(
    "Waiver",
    {
      criterionId: targets,
      grantedById: executive,
      reason: "Low season",
      expiresAt: new Date(now.getTime() + DAY),
      createdAt: now,
    },
    "waiver",
  );
  const evidence = await put("Evidence", { title: "Counts compared", createdAt: now }, "evidence");
  await put(
    "EvidenceRevision",
    {
      ...{
        evidenceId: evidence,
        number: 1,
        kind: "link",
        url: "https://evidence.example/1",
        addedById: engineer,
      },
      ...{ validUntil: new Date(now.getTime() + 30 * DAY), addedAt: now },
    },
    "revision",
  );
  const use = { evidenceId: evidence, criterionId: criterion, attachedById: engineer, attachedAt: now };
  await put("EvidenceUse", use, "use");

  const site = await put("Site", { name: "Venlo", nameKey: "venlo", createdAt: now, updatedAt: now }, "site");
  await put("Site", {
    name: "A site elsewhere",
    nameKey: "a site elsewhere",
    createdAt: now,
    updatedAt: now,
  });
  await put("WorkloadSite", { workloadId, siteId: site });
  know("serves", `"programId" = '${world.program.id}'`);
  const freeze = (title: string, more: Record<string, Value>, name?: string) => {
    const weekAgo = "recurrence" in more ? 7 * DAY : 0;
    const [from, to] = [
      new Date(now.getTime() + HOUR - weekAgo),
      new Date(now.getTime() + 3 * HOUR - weekAgo),
    ];
    const locals = { startLocal: from.toISOString().slice(0, 16), endLocal: to.toISOString().slice(0, 16) };
    const times = {
      ...locals,
      startAt: new Date(`${locals.startLocal}Z`),
      endAt: new Date(`${locals.endLocal}Z`),
    };
    const about = {
      kind: "freeze",
      title,
      titleKey: title.toLowerCase(),
      zone: "UTC",
      createdAt: now,
      updatedAt: now,
    };
    return put("CalendarPeriod", { ...about, ...times, ...more }, name).then((id) => ({ id, ...times }));
  };
  const weekly = await freeze("Stock count", { recurrence: "FREQ=WEEKLY" }, "freeze");
  await freeze("Gate works", { siteId: site });
  await freeze("Migration of labels", { workloadId: carried });
  await put(
    "WindowException",
    {
      ...{
        waveId,
        attempt: 1,
        reason: "The count starts late",
        grantedById: executive,
        grantedAt: now,
        periodId: weekly.id,
      },
      freezeStartAt: new Date(weekly.startAt.getTime() + 7 * DAY),
      freezeEndAt: new Date(weekly.endAt.getTime() + 7 * DAY),
    },
    "exception",
  );

  const readiness = await put("Gate", {
    waveId,
    attempt: 1,
    kind: "readiness",
    name: "Readiness",
    quorum: 1,
    createdAt: now,
  });
  const asked = await put("GateSeat", {
    gateId: readiness,
    position: 0,
    role: "platform_engineer",
    capacity: "Lead",
  });
  const signature = (gate: string, seat: string, userId: string, role: string, name?: string) =>
    put(
      "GateSignOff",
      {
        ...{
          gateId: gate,
          seatId: seat,
          round: 1,
          userId,
          role,
          decision: "approve_with_conditions",
          snapshot: "{}",
        },
        ...{ digest: "0".repeat(64), reference: `W9-A1-${gate.slice(-8)}`, signedAt: now },
      },
      name,
    );
  const condition = (gate: string, signOffId: string, text: string, name: string) =>
    put(
      "SignOffCondition",
      {
        ...{ gateId: gate, signOffId, text, ownerId: personId, dueOn: new Date(now.getTime() + DAY) },
        ...{ due: "before_cutover", createdAt: now },
      },
      name,
    );
  const first = await signature(readiness, asked, engineer, "platform_engineer");
  await condition(readiness, first, "Ports are open", "earlierCondition");
  const [seat] = await asSuperuser<{ id: string }>(
    `SELECT id FROM "GateSeat" WHERE "gateId" = $1 AND position = 1`,
    [gateId],
  );
  if (seat === undefined) throw new Error("the gate has a second seat");
  const other = await signature(gateId, seat.id, executive, "executive", "signOff");
  await condition(gateId, other, "Watch the queue", "ownCondition");
  const lent = { gateId, seatId: seat.id, fromUserId: executive, toUserId: owner, reason: "Away" };
  await put(
    "SignDelegation",
    {
      ...lent,
      startAt: new Date(now.getTime() + DAY),
      endAt: new Date(now.getTime() + 2 * DAY),
      createdAt: now,
    },
    "delegation",
  );
  return { ready, rows };
}

const WITHOUT_ID = ["WaveWorkload", "ProcessWorkload", "RiskWave", "RiskWorkload", "WorkloadSite"];

/** Writes rows past every rule of the product, and notes under which condition they are found. */
function putter(programId: string, rows: Map<string, string>) {
  return async (table: string, given: Record<string, Value>, name?: string): Promise<string> => {
    const values = { programId, ...given };
    const columns = Object.keys(values).map((column) => `"${column}"`);
    const id = WITHOUT_ID.includes(table) ? "" : crypto.randomUUID();
    const literals = Object.values(values).map(literal);
    const all =
      id === ""
        ? { columns, literals }
        : { columns: ["id", ...columns], literals: [literal(id), ...literals] };
    await asSuperuser(`SET session_replication_role = replica;
      INSERT INTO "${table}" (${all.columns.join(", ")}) VALUES (${all.literals.join(", ")}); RESET session_replication_role`);
    if (name !== undefined) rows.set(name, `id = '${id}'`);
    return id;
  };
}

function literal(value: Value): string {
  if (value === null) return "NULL";
  if (value instanceof Date) return `'${value.toISOString()}'`;
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}
