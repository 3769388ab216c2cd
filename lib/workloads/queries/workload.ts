import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/new-id";
import { dateIn } from "@/lib/kernel/time";
import type { Prisma } from "@/prisma/generated/client/client";
import { healthOf } from "../rules/health";
import { originsOf } from "../rules/origins";
import { factsOf, partnerFacts, type WorkloadRiskView, type WorkloadView } from "../rules/view";
import { effectiveTargetsOf, NO_TARGETS, type TargetsThatCount } from "./effective-targets";

const PERSON = { select: { id: true, name: true } } as const;

const VIEW = {
  id: true,
  version: true,
  name: true,
  source: true,
  externalId: true,
  description: true,
  kind: true,
  criticality: true,
  operatedBy: true,
  site: true,
  businessService: true,
  runsAt: true,
  target: true,
  stateful: true,
  dataClassification: true,
  changeTolerance: true,
  disposition: true,
  dispositionReason: true,
  hosting: true,
  hostingReason: true,
  tenancy: true,
  tenancyReason: true,
  cutoverPattern: true,
  cutoverReason: true,
  legalEntity: true,
  region: true,
  users: true,
  singleWriter: true,
  readWrite: true,
  replication: true,
  masterData: true,
  residency: true,
  retention: true,
  peakPerMinute: true,
  dataGb: true,
  growthPercent: true,
  batchWindows: true,
  seasonalPeaks: true,
  latencySensitivity: true,
  tags: true,
  origins: true,
  createdAt: true,
  updatedAt: true,
  tier: { select: { id: true, name: true, rank: true, availability: true } },
  businessOwner: PERSON,
  technicalOwner: PERSON,
  recoveryTarget: { select: { rtoMinutes: true, rpoMinutes: true, reason: true, version: true } },
  wave: {
    select: {
      wave: {
        select: {
          id: true,
          number: true,
          name: true,
          state: true,
          windowStartAt: true,
          windowEndAt: true,
          zone: true,
        },
      },
    },
  },
} as const;

/** One workload with what its page shows, but its links and its history; null when it is not there or not to be seen. */
export function getWorkload(actor: Actor, workloadId: string): Promise<WorkloadView | null> {
  if (!can(actor, "workload:read")) throw notFound("workload");
  if (!isId(workloadId)) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const row = await tx.workload.findUnique({
      where: { id: workloadId, programId: actor.programId },
      select: VIEW,
    });
    if (row === null) return null;
    const now = new Date();
    const scales = await tx.riskScale.findMany({ select: { version: true, publishedAt: true } });
    const risks = await tx.risk.findMany({
      where: { status: "open", workloads: { some: { workloadId } } },
      select: {
        code: true,
        title: true,
        dueOn: true,
        currentLikelihood: true,
        currentImpact: true,
        currentScale: true,
        domain: { select: { name: true, appetite: true } },
        owner: PERSON,
        acceptances: {
          where: { decision: "accepted", revokedAt: null, decidedAt: { lte: now }, expiresAt: { gt: now } },
          orderBy: { expiresAt: "desc" },
          select: { expiresAt: true, upToScore: true, proposedAt: true },
        },
      },
    });
    const links = await tx.dependency.count({
      where: { OR: [{ dependentId: workloadId }, { neededId: workloadId }] },
    });
    const targets = (await effectiveTargetsOf(tx, [workloadId])).get(workloadId) ?? NO_TARGETS;
    const today = dateIn(actor.programZone, now);
    return viewOf(
      row,
      targets,
      risks.map((risk) => riskView(risk, { today, zone: actor.programZone, scales })),
      links,
      actor.role !== "partner",
    );
  });
}

type Row = Omit<
  WorkloadView,
  "wave" | "targets" | "risks" | "health" | "links" | "full" | "tier" | "origins"
> & {
  origins: Prisma.JsonValue;
  tier: { id: string; name: string; rank: number; availability: Prisma.Decimal | null } | null;
  recoveryTarget: NonNullable<WorkloadView["targets"]["own"]> | null;
  wave: { wave: NonNullable<WorkloadView["wave"]> } | null;
};

function viewOf(
  { wave, recoveryTarget, ...row }: Row,
  { rto, rpo }: TargetsThatCount,
  risks: readonly WorkloadRiskView[],
  links: number,
  full: boolean,
): WorkloadView {
  const health = healthOf({
    criticality: row.criticality,
    tier: row.tier?.name ?? null,
    owner: row.businessOwner?.name ?? null,
    rto: rto.minutes,
    rpo: rpo.minutes,
    risks: risks.length,
    above: risks.filter((risk) => risk.aboveAppetite === true).length,
    unjudged: risks.filter((risk) => risk.aboveAppetite === null).length,
    late: risks.filter((risk) => risk.late).length,
  });
  const sorted = [...risks].sort((a, b) => (b.score ?? 99) - (a.score ?? 99) || (a.code < b.code ? -1 : 1));
  const view = {
    ...row,
    tier: row.tier && { ...row.tier, availability: row.tier.availability?.toString() ?? null },
    origins: originsOf(row.origins),
    wave: wave?.wave ?? null,
    targets: { rto, rpo, own: recoveryTarget },
    risks: sorted,
    links,
    health,
    full,
  };
  if (full) return view;
  const {
    tierId: _tier,
    businessOwnerId: _owner,
    technicalOwnerId: _other,
    ...facts
  } = partnerFacts(factsOf(view));
  return { ...view, ...facts, tier: null, businessOwner: null, technicalOwner: null, origins: {} };
}

type RiskRow = {
  code: string;
  title: string;
  dueOn: Date | null;
  currentLikelihood: number | null;
  currentImpact: number | null;
  currentScale: number;
  domain: { name: string; appetite: number | null } | null;
  owner: { name: string } | null;
  /** Those in force, the longest first. */
  acceptances: { expiresAt: Date; upToScore: number; proposedAt: Date }[];
};

type Asked = { today: string; zone: string; scales: readonly { version: number; publishedAt: Date }[] };

/** A score of an older scale is never within; an acceptance says nothing of a score in a scale that came after it. */
function riskView(risk: RiskRow, { today, zone, scales }: Asked): WorkloadRiskView {
  const { currentLikelihood: likelihood, currentImpact: impact } = risk;
  const score = likelihood === null || impact === null ? null : likelihood * impact;
  const appetite = risk.domain?.appetite ?? null;
  const dueOn = risk.dueOn?.toISOString().slice(0, 10) ?? null;
  const older = scales.some(({ version }) => version > risk.currentScale);
  const above = score === null || appetite === null ? null : score > appetite;
  const accepted = risk.acceptances.find(
    (one) =>
      score !== null &&
      score <= one.upToScore &&
      !scales.some(
        ({ version, publishedAt }) => version <= risk.currentScale && publishedAt > one.proposedAt,
      ),
  );
  return {
    code: risk.code,
    title: risk.title,
    domain: risk.domain?.name ?? null,
    owner: risk.owner?.name ?? null,
    score,
    appetite,
    aboveAppetite: older && above === false ? null : above,
    acceptedUntil: accepted === undefined ? null : dateIn(zone, accepted.expiresAt),
    dueOn,
    late: dueOn !== null && dueOn < today,
  };
}
