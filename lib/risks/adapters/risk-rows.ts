import "server-only";
import { IN_PROGRAM } from "@/lib/db/in-program";
import type { Tx } from "@/lib/db/transaction";
import { nameKey } from "@/lib/kernel/text";
import type { ASPECTS } from "../model/rating";
import type { RiskRecord } from "../model/risk";
import { dateColumn } from "../rules/actions";
import { asLevel } from "../rules/scores";

const AT_ONCE = 1_000;

type StoredRisk = Omit<
  RiskRecord,
  "inherent" | "current" | "target" | "workloadIds" | "waveIds" | "scales"
> & {
  inherentScale: number;
  currentScale: number;
  targetScale: number;
  inherentLikelihood: number | null;
  inherentImpact: number | null;
  currentLikelihood: number | null;
  currentImpact: number | null;
  targetLikelihood: number | null;
  targetImpact: number | null;
  workloadIds: string[];
  waveIds: string[];
};

/** Risks by id, each locked until the transaction ends; those that are not there are absent from the map. */
export async function lockRisks(tx: Tx, ids: readonly string[]): Promise<Map<string, RiskRecord>> {
  await tx.$executeRaw`SELECT 1 FROM "Risk" WHERE id = ANY(${[...ids]}::uuid[])
      AND ${IN_PROGRAM} ORDER BY id FOR UPDATE`;
  return loadRisks(tx, ids);
}

/** The same without the lock, for comparing what is stated with what is brought in. */
export async function loadRisks(tx: Tx, ids: readonly string[]): Promise<Map<string, RiskRecord>> {
  const found = new Map<string, RiskRecord>();
  for (const some of chunked([...new Set(ids)])) {
    const rows = await tx.$queryRaw<StoredRisk[]>`
      SELECT r.*, r."dueOn"::text AS "dueOn", r."strikesOn"::text AS "strikesOn",
        ARRAY(SELECT l."workloadId" FROM "RiskWorkload" l WHERE l."riskId" = r.id) AS "workloadIds",
        ARRAY(SELECT l."waveId" FROM "RiskWave" l WHERE l."riskId" = r.id) AS "waveIds"
      FROM "Risk" r WHERE r.id = ANY(${some}::uuid[]) AND ${IN_PROGRAM}`;
    for (const row of rows) {
      found.set(row.id, {
        id: row.id,
        code: row.code,
        version: row.version,
        title: row.title,
        description: row.description,
        domainId: row.domainId,
        ownerId: row.ownerId,
        treatment: row.treatment,
        nextAction: row.nextAction,
        dueOn: row.dueOn,
        strikesOn: row.strikesOn,
        status: row.status,
        closedReason: row.closedReason,
        inherent: { likelihood: asLevel(row.inherentLikelihood), impact: asLevel(row.inherentImpact) },
        current: { likelihood: asLevel(row.currentLikelihood), impact: asLevel(row.currentImpact) },
        target: { likelihood: asLevel(row.targetLikelihood), impact: asLevel(row.targetImpact) },
        scales: { inherent: row.inherentScale, current: row.currentScale, target: row.targetScale },
        workloadIds: row.workloadIds,
        waveIds: row.waveIds,
        source: row.source,
        externalId: row.externalId,
      });
    }
  }
  return found;
}

/** The next free number of a code. Others who raise a risk in the program wait until the transaction ends. */
export async function takeCodeNumbers(tx: Tx, programId: string): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${programId}, 81))`;
  const [row] = await tx.$queryRaw<{ next: number }[]>`
    SELECT coalesce(max(substring(code FROM 3)::int), 0) + 1 AS next FROM "Risk"
    WHERE "programId" = ${programId}::uuid AND code ~ '^R-[0-9]+$'`;
  return row?.next ?? 1;
}

export type NewRisk = Omit<RiskRecord, "id" | "version">;

/** Writes new risks with their links and first assessments; answers their ids in the order given. */
export async function insertRisks(
  tx: Tx,
  scope: { programId: string; now: Date; userId: string },
  risks: readonly NewRisk[],
): Promise<string[]> {
  const idByCode = new Map<string, string>();
  for (const some of chunked(risks)) {
    const data = some.map((risk) => ({
      ...columnsOf(risk),
      programId: scope.programId,
      code: risk.code,
      closedAt: risk.status === "closed" ? scope.now : null,
      createdAt: scope.now,
      updatedAt: scope.now,
    }));
    const rows = await tx.risk.createManyAndReturn({ data, select: { id: true, code: true } });
    for (const row of rows) idByCode.set(row.code, row.id);
  }
  const records = risks.map((risk) => ({ ...risk, id: idByCode.get(risk.code) ?? "", version: 1 }));
  await insertLinks(tx, scope.programId, records);
  return records.map((record) => record.id);
}

/** Writes the facts of risks that are there and locked, one version up. */
export async function updateRisks(tx: Tx, now: Date, risks: readonly RiskRecord[]): Promise<void> {
  for (const some of chunked(risks)) {
    const rows = JSON.stringify(
      some.map((risk) => ({
        id: risk.id,
        ...columnsOf(risk),
        dueOn: risk.dueOn,
        strikesOn: risk.strikesOn,
      })),
    );
    await tx.$executeRaw`
      UPDATE "Risk" r SET title = n.title, "titleKey" = n."titleKey", description = n.description,
        "domainId" = n."domainId", "ownerId" = n."ownerId", treatment = n.treatment, "nextAction" = n."nextAction",
        "dueOn" = n."dueOn", "strikesOn" = n."strikesOn", status = n.status, "closedReason" = n."closedReason",
        "closedAt" = CASE WHEN n.status = 'open' THEN NULL ELSE coalesce(r."closedAt", ${now}::timestamptz) END,
        "inherentLikelihood" = n."inherentLikelihood", "inherentImpact" = n."inherentImpact",
        "currentLikelihood" = n."currentLikelihood", "currentImpact" = n."currentImpact",
        "targetLikelihood" = n."targetLikelihood", "targetImpact" = n."targetImpact",
        "inherentScale" = n."inherentScale", "currentScale" = n."currentScale", "targetScale" = n."targetScale",
        source = n.source, "externalId" = n."externalId", version = r.version + 1, "updatedAt" = ${now}::timestamptz
      FROM jsonb_to_recordset(${rows}::jsonb) AS n (id uuid, title text, "titleKey" text, description text,
        "domainId" uuid, "ownerId" uuid, treatment "RiskTreatment", "nextAction" text, "dueOn" date, "strikesOn" date,
        status "RiskStatus", "closedReason" text, "inherentLikelihood" int, "inherentImpact" int,
        "currentLikelihood" int, "currentImpact" int, "targetLikelihood" int, "targetImpact" int,
        "inherentScale" int, "currentScale" int, "targetScale" int, source text, "externalId" text)
      WHERE r.id = n.id AND r.${IN_PROGRAM}`;
  }
}

/** Puts the links of risks in place of those they had. */
export async function replaceLinks(tx: Tx, programId: string, risks: readonly RiskRecord[]): Promise<void> {
  const ids = risks.map((risk) => risk.id);
  await tx.riskWorkload.deleteMany({ where: { riskId: { in: ids }, programId } });
  await tx.riskWave.deleteMany({ where: { riskId: { in: ids }, programId } });
  await insertLinks(tx, programId, risks);
}

export type NewAssessment = { risk: RiskRecord; aspect: (typeof ASPECTS)[number] };

/** Appends one assessment per risk and aspect with what the risk holds for it. */
export async function appendAssessments(
  tx: Tx,
  scope: { programId: string; now: Date; userId: string },
  assessments: readonly NewAssessment[],
): Promise<void> {
  const data = assessments.map(({ risk, aspect }) => ({
    programId: scope.programId,
    riskId: risk.id,
    aspect,
    ...risk[aspect],
    scaleVersion: risk.scales[aspect],
    assessedAt: scope.now,
    assessedById: scope.userId,
  }));
  for (const some of chunked(data)) await tx.riskAssessment.createMany({ data: some });
}

async function insertLinks(tx: Tx, programId: string, risks: readonly RiskRecord[]): Promise<void> {
  const workloads = risks.flatMap((risk) =>
    [...new Set(risk.workloadIds)].map((workloadId) => ({ programId, riskId: risk.id, workloadId })),
  );
  const waves = risks.flatMap((risk) =>
    [...new Set(risk.waveIds)].map((waveId) => ({ programId, riskId: risk.id, waveId })),
  );
  for (const some of chunked(workloads)) await tx.riskWorkload.createMany({ data: some });
  for (const some of chunked(waves)) await tx.riskWave.createMany({ data: some });
}

function columnsOf(risk: NewRisk) {
  return {
    title: risk.title,
    titleKey: nameKey(risk.title),
    description: risk.description,
    domainId: risk.domainId,
    ownerId: risk.ownerId,
    treatment: risk.treatment,
    nextAction: risk.nextAction,
    dueOn: dateColumn(risk.dueOn),
    strikesOn: dateColumn(risk.strikesOn),
    status: risk.status,
    closedReason: risk.closedReason,
    inherentLikelihood: risk.inherent.likelihood,
    inherentImpact: risk.inherent.impact,
    currentLikelihood: risk.current.likelihood,
    currentImpact: risk.current.impact,
    targetLikelihood: risk.target.likelihood,
    targetImpact: risk.target.impact,
    inherentScale: risk.scales.inherent,
    currentScale: risk.scales.current,
    targetScale: risk.scales.target,
    source: risk.source,
    externalId: risk.externalId,
  };
}

function chunked<T>(rows: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < rows.length; start += AT_ONCE) chunks.push(rows.slice(start, start + AT_ONCE));
  return chunks;
}
