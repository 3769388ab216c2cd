import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { listed } from "@/lib/kernel/text";
import { loadScales } from "@/lib/risks/adapters/scale-rows";
import type { RiskScales } from "@/lib/risks/model/scale";
import { acceptedUntilSql, standingSql } from "@/lib/risks/queries/conditions";
import { levelIn, scaleInUse, scaleOf, stepOf } from "@/lib/risks/rules/scales";
import { asLevel } from "@/lib/risks/rules/scores";
import type { WaveRisk } from "../model/wave";

type Row = {
  code: string;
  title: string;
  domain: string | null;
  owner: string | null;
  score: number | null;
  likelihood: number | null;
  impact: number | null;
  scale: number;
  appetite: number | null;
  standing: WaveRisk["standing"];
  acceptedUntil: Date | null;
  ofWave: boolean;
  workloads: string[] | null;
};

/** The open risks of the wave and of its workloads at `now`: above appetite first, then accepted, unknown, by score. */
export function listWaveRisks(actor: Actor, waveId: string, now = new Date()): Promise<WaveRisk[]> {
  if (!can(actor, "risk:read")) throw notFound("wave");
  return withActor(actor, async (tx) => {
    const scales = await loadScales(tx, actor.programId);
    const rows = await tx.$queryRaw<Row[]>`
      SELECT r.code, r.title, d.name AS domain, p.name AS owner, r."currentLikelihood" * r."currentImpact" AS score,
        r."currentLikelihood" AS likelihood, r."currentImpact" AS impact, r."currentScale" AS scale, d.appetite, ${standingSql(now)} AS standing, ${acceptedUntilSql(now)} AS "acceptedUntil", bool_or(x."ofWave") AS "ofWave",
        array_agg(DISTINCT x.name) FILTER (WHERE x.name IS NOT NULL) AS workloads
      FROM (
        SELECT rw."riskId", true AS "ofWave", NULL::text AS name FROM "RiskWave" rw WHERE rw."waveId" = ${waveId}::uuid
        UNION ALL
        SELECT rk."riskId", false, w.name FROM "WaveWorkload" m
        JOIN "RiskWorkload" rk ON rk."workloadId" = m."workloadId" JOIN "Workload" w ON w.id = m."workloadId"
        WHERE m."waveId" = ${waveId}::uuid
      ) x JOIN "Risk" r ON r.id = x."riskId"
      LEFT JOIN "RiskDomain" d ON d.id = r."domainId" LEFT JOIN "Person" p ON p.id = r."ownerId"
      WHERE r."programId" = ${actor.programId}::uuid AND r.status = 'open'
      GROUP BY r.id, d.id, p.id
      ORDER BY array_position(ARRAY['above', 'accepted', 'unknown'], ${standingSql(now)}) NULLS LAST,
        r."currentLikelihood" * r."currentImpact" DESC NULLS LAST, r.code`;
    return rows.map((row) => riskOf(row, scales));
  });
}

function riskOf(
  { ofWave, workloads, likelihood, impact, scale, ...risk }: Row,
  scales: RiskScales,
): WaveRisk {
  const rating = { likelihood: asLevel(likelihood), impact: asLevel(impact) };
  const level = stepOf(levelIn(scaleOf(scales, scale), rating));
  const older = level !== null && scale < scaleInUse(scales).version;
  const about = [...(ofWave ? ["the wave"] : []), ...(workloads ?? [])];
  return { ...risk, level, older, about: listed(about, 3) };
}
