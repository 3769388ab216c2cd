-- CreateEnum
CREATE TYPE "PeriodKind" AS ENUM ('freeze', 'caution', 'preferred');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('file', 'link');

-- CreateEnum
CREATE TYPE "DrillKind" AS ENUM ('restore', 'failover', 'rollback', 'rebuild', 'game_day');

-- CreateEnum
CREATE TYPE "AcceptanceDecision" AS ENUM ('accepted', 'refused');

-- CreateTable
CREATE TABLE "CalendarPeriod" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "kind" "PeriodKind" NOT NULL,
    "title" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "zone" TEXT NOT NULL,
    "startLocal" TEXT NOT NULL,
    "endLocal" TEXT NOT NULL,
    "startAt" TIMESTAMPTZ(3) NOT NULL,
    "endAt" TIMESTAMPTZ(3) NOT NULL,
    "recurrence" TEXT,
    "siteId" UUID,
    "workloadId" UUID,
    "source" TEXT,
    "externalId" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "endedReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceRevision" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "fileName" TEXT,
    "mediaType" TEXT,
    "bytes" BIGINT,
    "sha256" CHAR(64),
    "url" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "validUntil" DATE,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EvidenceRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceUse" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "drillId" UUID,
    "riskId" UUID,
    "criterionId" UUID,
    "attachedById" UUID NOT NULL,
    "attachedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EvidenceUse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Drill" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "workloadId" UUID NOT NULL,
    "kind" "DrillKind" NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,
    "usableAt" TIMESTAMPTZ(3),
    "lastGoodAt" TIMESTAMPTZ(3),
    "findings" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnReason" TEXT,

    CONSTRAINT "Drill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryClaim" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "workloadId" UUID NOT NULL,
    "rtoMinutes" INTEGER,
    "rpoMinutes" INTEGER,
    "basis" TEXT NOT NULL,
    "statedOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecoveryClaim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskAcceptance" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "conditions" TEXT NOT NULL DEFAULT '',
    "upToScore" INTEGER NOT NULL,
    "expiresLocal" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "decision" "AcceptanceDecision",
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "comment" TEXT NOT NULL DEFAULT '',
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,
    "revokedReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RiskAcceptance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CalendarPeriod_programId_kind_startAt_idx" ON "CalendarPeriod"("programId", "kind", "startAt");

-- CreateIndex
CREATE INDEX "CalendarPeriod_programId_siteId_idx" ON "CalendarPeriod"("programId", "siteId");

-- CreateIndex
CREATE INDEX "CalendarPeriod_programId_workloadId_idx" ON "CalendarPeriod"("programId", "workloadId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarPeriod_programId_id_key" ON "CalendarPeriod"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarPeriod_programId_source_externalId_key" ON "CalendarPeriod"("programId", "source", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_digest_key" ON "CalendarFeed"("digest");

-- CreateIndex
CREATE INDEX "CalendarFeed_programId_userId_idx" ON "CalendarFeed"("programId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_programId_id_key" ON "CalendarFeed"("programId", "id");

-- CreateIndex
CREATE INDEX "Evidence_programId_createdAt_idx" ON "Evidence"("programId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_programId_id_key" ON "Evidence"("programId", "id");

-- CreateIndex
CREATE INDEX "EvidenceRevision_programId_validUntil_idx" ON "EvidenceRevision"("programId", "validUntil");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceRevision_programId_id_key" ON "EvidenceRevision"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceRevision_evidenceId_number_key" ON "EvidenceRevision"("evidenceId", "number");

-- CreateIndex
CREATE INDEX "EvidenceUse_programId_drillId_idx" ON "EvidenceUse"("programId", "drillId");

-- CreateIndex
CREATE INDEX "EvidenceUse_programId_riskId_idx" ON "EvidenceUse"("programId", "riskId");

-- CreateIndex
CREATE INDEX "EvidenceUse_programId_criterionId_idx" ON "EvidenceUse"("programId", "criterionId");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceUse_programId_id_key" ON "EvidenceUse"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceUse_evidenceId_drillId_key" ON "EvidenceUse"("evidenceId", "drillId");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceUse_evidenceId_riskId_key" ON "EvidenceUse"("evidenceId", "riskId");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceUse_evidenceId_criterionId_key" ON "EvidenceUse"("evidenceId", "criterionId");

-- CreateIndex
CREATE INDEX "Drill_programId_workloadId_declaredAt_idx" ON "Drill"("programId", "workloadId", "declaredAt");

-- CreateIndex
CREATE UNIQUE INDEX "Drill_programId_id_key" ON "Drill"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryClaim_programId_id_key" ON "RecoveryClaim"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryClaim_programId_workloadId_key" ON "RecoveryClaim"("programId", "workloadId");

-- CreateIndex
CREATE INDEX "RiskAcceptance_programId_riskId_expiresAt_idx" ON "RiskAcceptance"("programId", "riskId", "expiresAt");

-- CreateIndex
CREATE INDEX "RiskAcceptance_programId_expiresAt_idx" ON "RiskAcceptance"("programId", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "RiskAcceptance_programId_id_key" ON "RiskAcceptance"("programId", "id");

-- AddForeignKey
ALTER TABLE "CalendarPeriod" ADD CONSTRAINT "CalendarPeriod_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarPeriod" ADD CONSTRAINT "CalendarPeriod_programId_siteId_fkey" FOREIGN KEY ("programId", "siteId") REFERENCES "Site"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarPeriod" ADD CONSTRAINT "CalendarPeriod_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceRevision" ADD CONSTRAINT "EvidenceRevision_programId_evidenceId_fkey" FOREIGN KEY ("programId", "evidenceId") REFERENCES "Evidence"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceUse" ADD CONSTRAINT "EvidenceUse_programId_evidenceId_fkey" FOREIGN KEY ("programId", "evidenceId") REFERENCES "Evidence"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceUse" ADD CONSTRAINT "EvidenceUse_programId_drillId_fkey" FOREIGN KEY ("programId", "drillId") REFERENCES "Drill"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceUse" ADD CONSTRAINT "EvidenceUse_programId_riskId_fkey" FOREIGN KEY ("programId", "riskId") REFERENCES "Risk"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceUse" ADD CONSTRAINT "EvidenceUse_programId_criterionId_fkey" FOREIGN KEY ("programId", "criterionId") REFERENCES "GateCriterion"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Drill" ADD CONSTRAINT "Drill_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryClaim" ADD CONSTRAINT "RecoveryClaim_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskAcceptance" ADD CONSTRAINT "RiskAcceptance_programId_riskId_fkey" FOREIGN KEY ("programId", "riskId") REFERENCES "Risk"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "WindowException" ADD COLUMN     "freezeEndAt" TIMESTAMPTZ(3),
ADD COLUMN     "freezeStartAt" TIMESTAMPTZ(3),
ADD COLUMN     "periodId" UUID;

-- AddForeignKey
ALTER TABLE "WindowException" ADD CONSTRAINT "WindowException_programId_periodId_fkey" FOREIGN KEY ("programId", "periodId") REFERENCES "CalendarPeriod"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
