-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('executive', 'platform_engineer', 'business_owner', 'program_manager', 'auditor', 'partner');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('previewed', 'committed', 'discarded');

-- CreateEnum
CREATE TYPE "GateKind" AS ENUM ('go_no_go');

-- CreateEnum
CREATE TYPE "CriterionSource" AS ENUM ('computed', 'attested');

-- CreateEnum
CREATE TYPE "DutyKind" AS ENUM ('attester', 'signer');

-- CreateEnum
CREATE TYPE "Decision" AS ENUM ('approve', 'approve_with_conditions', 'decline');

-- CreateEnum
CREATE TYPE "ConditionWhen" AS ENUM ('before_cutover', 'after_cutover');

-- CreateEnum
CREATE TYPE "WorkloadKind" AS ENUM ('erp_core', 'erp_extension', 'wms', 'tms', 'mes', 'crm', 'pos', 'ecommerce', 'edi_gateway', 'supplier_portal', 'customer_portal', 'analytics', 'finance', 'payments', 'carrier', 'label_printing', 'handheld', 'supplier_feed', 'scada', 'quality', 'middleware', 'identity', 'database', 'cache', 'object_storage', 'ingress', 'monitoring', 'backup', 'network');

-- CreateEnum
CREATE TYPE "Criticality" AS ENUM ('revenue', 'operational', 'support');

-- CreateEnum
CREATE TYPE "Disposition" AS ENUM ('retain', 'retire', 'rehost', 'relocate', 'replatform', 'repurchase', 'refactor');

-- CreateEnum
CREATE TYPE "ChangeTolerance" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "DependencyKind" AS ENUM ('synchronous', 'event', 'file', 'direct_database', 'edi', 'identity', 'network', 'device');

-- CreateEnum
CREATE TYPE "Hardness" AS ENUM ('hard', 'soft');

-- CreateEnum
CREATE TYPE "DataDirection" AS ENUM ('inbound', 'outbound', 'both');

-- CreateEnum
CREATE TYPE "RiskTreatment" AS ENUM ('avoid', 'mitigate', 'transfer', 'accept');

-- CreateEnum
CREATE TYPE "RiskStatus" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "AssessmentAspect" AS ENUM ('inherent', 'current', 'target');

-- CreateEnum
CREATE TYPE "WaveKind" AS ENUM ('foundation', 'non_production', 'rehearsal', 'production');

-- CreateEnum
CREATE TYPE "WaveState" AS ENUM ('planned', 'preparing', 'rehearsing', 'ready', 'cutting_over', 'hypercare', 'closed', 'rolled_back', 'cancelled');

-- CreateEnum
CREATE TYPE "ChecklistState" AS ENUM ('open', 'done', 'failed', 'skipped');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "isInstanceAdmin" BOOLEAN NOT NULL DEFAULT false,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LoginSession" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "method" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "agent" TEXT NOT NULL,

    CONSTRAINT "LoginSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "sign_in_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Program" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "endsAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PartnerGrant" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "workloadId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PartnerGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "email" TEXT,
    "userId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "chainId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "actorId" UUID,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "prevHash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("chainId","seq")
);

-- CreateTable
CREATE TABLE "AuditCheckpoint" (
    "id" UUID NOT NULL,
    "chainId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "AuditCheckpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileDigest" CHAR(64) NOT NULL,
    "fileBytes" INTEGER NOT NULL,
    "content" BYTEA,
    "format" TEXT,
    "mapping" JSONB,
    "state" "ImportState" NOT NULL DEFAULT 'previewed',
    "counts" JSONB,
    "report" JSONB,
    "byId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "committedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Gate" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "kind" "GateKind" NOT NULL,
    "name" TEXT NOT NULL,
    "quorum" INTEGER NOT NULL,
    "closesAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Gate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GateSeat" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "gateId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" "Role" NOT NULL,
    "userId" UUID,
    "capacity" TEXT NOT NULL,

    CONSTRAINT "GateSeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GateSignOff" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "gateId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "decision" "Decision" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "snapshot" TEXT NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "reference" TEXT NOT NULL,
    "backfilled" BOOLEAN NOT NULL DEFAULT false,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GateSignOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GateDuty" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "gateId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "duty" "DutyKind" NOT NULL,
    "seatId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GateDuty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GateCriterion" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "gateId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "meaning" TEXT NOT NULL DEFAULT '',
    "source" "CriterionSource" NOT NULL,

    CONSTRAINT "GateCriterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attestation" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "userId" UUID NOT NULL,
    "met" BOOLEAN NOT NULL,
    "statement" TEXT NOT NULL,
    "evidenceUrl" TEXT,
    "attestedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attestation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Waiver" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "grantedById" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Waiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOffCondition" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "gateId" UUID NOT NULL,
    "signOffId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "ownerId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "due" "ConditionWhen" NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "evidence" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignOffCondition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tier" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "rtoMinutes" INTEGER,
    "rpoMinutes" INTEGER,
    "availability" DECIMAL(6,4),
    "drillIntervalDays" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Tier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Workload" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "source" TEXT,
    "externalId" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "kind" "WorkloadKind",
    "criticality" "Criticality",
    "tierId" UUID,
    "businessOwnerId" UUID,
    "technicalOwnerId" UUID,
    "operatedBy" TEXT,
    "site" TEXT,
    "businessService" TEXT,
    "runsAt" TEXT,
    "target" TEXT,
    "stateful" BOOLEAN,
    "dataClassification" TEXT,
    "changeTolerance" "ChangeTolerance",
    "disposition" "Disposition",
    "dispositionReason" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Workload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dependency" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "dependentId" UUID NOT NULL,
    "neededId" UUID NOT NULL,
    "kind" "DependencyKind",
    "hardness" "Hardness",
    "dataDirection" "DataDirection",
    "latencyBudgetMs" INTEGER,
    "documented" BOOLEAN NOT NULL DEFAULT true,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Dependency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryTarget" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "workloadId" UUID NOT NULL,
    "rtoMinutes" INTEGER,
    "rpoMinutes" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecoveryTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskDomain" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "appetite" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RiskDomain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Risk" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "source" TEXT,
    "externalId" TEXT,
    "title" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "domainId" UUID,
    "ownerId" UUID,
    "treatment" "RiskTreatment",
    "nextAction" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE,
    "status" "RiskStatus" NOT NULL DEFAULT 'open',
    "closedReason" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "inherentLikelihood" INTEGER,
    "inherentImpact" INTEGER,
    "currentLikelihood" INTEGER,
    "currentImpact" INTEGER,
    "targetLikelihood" INTEGER,
    "targetImpact" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Risk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskAssessment" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "aspect" "AssessmentAspect" NOT NULL,
    "likelihood" INTEGER,
    "impact" INTEGER,
    "scaleVersion" INTEGER NOT NULL DEFAULT 1,
    "assessedAt" TIMESTAMPTZ(3) NOT NULL,
    "assessedById" UUID,

    CONSTRAINT "RiskAssessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskWorkload" (
    "programId" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "workloadId" UUID NOT NULL,

    CONSTRAINT "RiskWorkload_pkey" PRIMARY KEY ("riskId","workloadId")
);

-- CreateTable
CREATE TABLE "RiskWave" (
    "programId" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "waveId" UUID NOT NULL,

    CONSTRAINT "RiskWave_pkey" PRIMARY KEY ("riskId","waveId")
);

-- CreateTable
CREATE TABLE "Wave" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "WaveKind" NOT NULL,
    "state" "WaveState" NOT NULL DEFAULT 'planned',
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "leadId" UUID,
    "scope" TEXT NOT NULL DEFAULT '',
    "impact" TEXT NOT NULL DEFAULT '',
    "rollback" TEXT NOT NULL DEFAULT '',
    "rollbackMinutes" INTEGER,
    "windowStartLocal" TEXT,
    "windowEndLocal" TEXT,
    "zone" TEXT,
    "windowStartAt" TIMESTAMPTZ(3),
    "windowEndAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Wave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WaveWorkload" (
    "programId" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "workloadId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WaveWorkload_pkey" PRIMARY KEY ("workloadId")
);

-- CreateTable
CREATE TABLE "WaveTransition" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "fromState" "WaveState" NOT NULL,
    "toState" "WaveState" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WaveTransition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChecklistItem" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "ownerId" UUID,
    "dueAt" TIMESTAMPTZ(3),
    "state" "ChecklistState" NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL DEFAULT '',
    "settledAt" TIMESTAMPTZ(3),
    "settledById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChecklistItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WindowException" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "grantedById" UUID NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WindowException_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "LoginSession_userId_createdAt_idx" ON "LoginSession"("userId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Program_slug_key" ON "Program"("slug");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_programId_userId_key" ON "Membership"("programId", "userId");

-- CreateIndex
CREATE INDEX "PartnerGrant_programId_workloadId_idx" ON "PartnerGrant"("programId", "workloadId");

-- CreateIndex
CREATE UNIQUE INDEX "PartnerGrant_userId_workloadId_key" ON "PartnerGrant"("userId", "workloadId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_programId_id_key" ON "Person"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Person_programId_nameKey_key" ON "Person"("programId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Person_programId_userId_key" ON "Person"("programId", "userId");

-- CreateIndex
CREATE INDEX "AuditEvent_chainId_subjectType_subjectId_seq_idx" ON "AuditEvent"("chainId", "subjectType", "subjectId", "seq");

-- CreateIndex
CREATE INDEX "AuditEvent_chainId_action_seq_idx" ON "AuditEvent"("chainId", "action", "seq");

-- CreateIndex
CREATE INDEX "AuditEvent_chainId_actorId_seq_idx" ON "AuditEvent"("chainId", "actorId", "seq");

-- CreateIndex
CREATE INDEX "AuditCheckpoint_chainId_seq_idx" ON "AuditCheckpoint"("chainId", "seq");

-- CreateIndex
CREATE INDEX "ImportBatch_programId_createdAt_idx" ON "ImportBatch"("programId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ImportBatch_programId_id_key" ON "ImportBatch"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Gate_programId_id_key" ON "Gate"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Gate_waveId_attempt_kind_key" ON "Gate"("waveId", "attempt", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "GateSeat_programId_id_key" ON "GateSeat"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "GateSeat_gateId_position_key" ON "GateSeat"("gateId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "GateSignOff_reference_key" ON "GateSignOff"("reference");

-- CreateIndex
CREATE INDEX "GateSignOff_programId_gateId_idx" ON "GateSignOff"("programId", "gateId");

-- CreateIndex
CREATE INDEX "GateSignOff_programId_userId_idx" ON "GateSignOff"("programId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "GateSignOff_programId_id_key" ON "GateSignOff"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "GateSignOff_seatId_round_key" ON "GateSignOff"("seatId", "round");

-- CreateIndex
CREATE UNIQUE INDEX "GateDuty_gateId_userId_key" ON "GateDuty"("gateId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "GateCriterion_programId_id_key" ON "GateCriterion"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "GateCriterion_gateId_key_key" ON "GateCriterion"("gateId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "GateCriterion_gateId_position_key" ON "GateCriterion"("gateId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Attestation_criterionId_round_key" ON "Attestation"("criterionId", "round");

-- CreateIndex
CREATE INDEX "Waiver_programId_criterionId_idx" ON "Waiver"("programId", "criterionId");

-- CreateIndex
CREATE UNIQUE INDEX "Waiver_programId_id_key" ON "Waiver"("programId", "id");

-- CreateIndex
CREATE INDEX "SignOffCondition_programId_gateId_idx" ON "SignOffCondition"("programId", "gateId");

-- CreateIndex
CREATE UNIQUE INDEX "SignOffCondition_programId_id_key" ON "SignOffCondition"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Tier_programId_id_key" ON "Tier"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Tier_programId_nameKey_key" ON "Tier"("programId", "nameKey");

-- CreateIndex
CREATE INDEX "Workload_programId_criticality_idx" ON "Workload"("programId", "criticality");

-- CreateIndex
CREATE INDEX "Workload_programId_kind_idx" ON "Workload"("programId", "kind");

-- CreateIndex
CREATE INDEX "Workload_programId_tierId_idx" ON "Workload"("programId", "tierId");

-- CreateIndex
CREATE INDEX "Workload_programId_businessOwnerId_idx" ON "Workload"("programId", "businessOwnerId");

-- CreateIndex
CREATE INDEX "Workload_programId_technicalOwnerId_idx" ON "Workload"("programId", "technicalOwnerId");

-- CreateIndex
CREATE INDEX "Workload_programId_site_idx" ON "Workload"("programId", "site");

-- CreateIndex
CREATE UNIQUE INDEX "Workload_programId_id_key" ON "Workload"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Workload_programId_nameKey_key" ON "Workload"("programId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Workload_programId_source_externalId_key" ON "Workload"("programId", "source", "externalId");

-- CreateIndex
CREATE INDEX "Dependency_programId_dependentId_idx" ON "Dependency"("programId", "dependentId");

-- CreateIndex
CREATE INDEX "Dependency_programId_neededId_idx" ON "Dependency"("programId", "neededId");

-- CreateIndex
CREATE UNIQUE INDEX "Dependency_dependentId_neededId_key" ON "Dependency"("dependentId", "neededId");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryTarget_programId_workloadId_key" ON "RecoveryTarget"("programId", "workloadId");

-- CreateIndex
CREATE UNIQUE INDEX "RiskDomain_programId_id_key" ON "RiskDomain"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RiskDomain_programId_nameKey_key" ON "RiskDomain"("programId", "nameKey");

-- CreateIndex
CREATE INDEX "Risk_programId_status_currentLikelihood_currentImpact_idx" ON "Risk"("programId", "status", "currentLikelihood", "currentImpact");

-- CreateIndex
CREATE INDEX "Risk_programId_titleKey_idx" ON "Risk"("programId", "titleKey");

-- CreateIndex
CREATE INDEX "Risk_programId_domainId_idx" ON "Risk"("programId", "domainId");

-- CreateIndex
CREATE INDEX "Risk_programId_ownerId_idx" ON "Risk"("programId", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "Risk_programId_id_key" ON "Risk"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Risk_programId_code_key" ON "Risk"("programId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Risk_programId_source_externalId_key" ON "Risk"("programId", "source", "externalId");

-- CreateIndex
CREATE INDEX "RiskAssessment_programId_riskId_aspect_assessedAt_idx" ON "RiskAssessment"("programId", "riskId", "aspect", "assessedAt");

-- CreateIndex
CREATE INDEX "RiskAssessment_programId_assessedAt_idx" ON "RiskAssessment"("programId", "assessedAt");

-- CreateIndex
CREATE INDEX "RiskWorkload_programId_workloadId_idx" ON "RiskWorkload"("programId", "workloadId");

-- CreateIndex
CREATE INDEX "RiskWave_programId_waveId_idx" ON "RiskWave"("programId", "waveId");

-- CreateIndex
CREATE INDEX "Wave_programId_state_idx" ON "Wave"("programId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Wave_programId_id_key" ON "Wave"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Wave_programId_number_key" ON "Wave"("programId", "number");

-- CreateIndex
CREATE INDEX "WaveWorkload_programId_waveId_idx" ON "WaveWorkload"("programId", "waveId");

-- CreateIndex
CREATE UNIQUE INDEX "WaveWorkload_programId_workloadId_key" ON "WaveWorkload"("programId", "workloadId");

-- CreateIndex
CREATE INDEX "WaveTransition_programId_waveId_at_idx" ON "WaveTransition"("programId", "waveId", "at");

-- CreateIndex
CREATE INDEX "ChecklistItem_programId_waveId_attempt_state_idx" ON "ChecklistItem"("programId", "waveId", "attempt", "state");

-- CreateIndex
CREATE UNIQUE INDEX "ChecklistItem_programId_id_key" ON "ChecklistItem"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ChecklistItem_waveId_attempt_position_key" ON "ChecklistItem"("waveId", "attempt", "position");

-- CreateIndex
CREATE INDEX "WindowException_programId_waveId_attempt_idx" ON "WindowException"("programId", "waveId", "attempt");

-- AddForeignKey
ALTER TABLE "LoginSession" ADD CONSTRAINT "LoginSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartnerGrant" ADD CONSTRAINT "PartnerGrant_programId_userId_fkey" FOREIGN KEY ("programId", "userId") REFERENCES "Membership"("programId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartnerGrant" ADD CONSTRAINT "PartnerGrant_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Gate" ADD CONSTRAINT "Gate_programId_waveId_fkey" FOREIGN KEY ("programId", "waveId") REFERENCES "Wave"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GateSeat" ADD CONSTRAINT "GateSeat_programId_gateId_fkey" FOREIGN KEY ("programId", "gateId") REFERENCES "Gate"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GateSignOff" ADD CONSTRAINT "GateSignOff_programId_gateId_fkey" FOREIGN KEY ("programId", "gateId") REFERENCES "Gate"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GateSignOff" ADD CONSTRAINT "GateSignOff_programId_seatId_fkey" FOREIGN KEY ("programId", "seatId") REFERENCES "GateSeat"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GateDuty" ADD CONSTRAINT "GateDuty_programId_gateId_fkey" FOREIGN KEY ("programId", "gateId") REFERENCES "Gate"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GateCriterion" ADD CONSTRAINT "GateCriterion_programId_gateId_fkey" FOREIGN KEY ("programId", "gateId") REFERENCES "Gate"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attestation" ADD CONSTRAINT "Attestation_programId_criterionId_fkey" FOREIGN KEY ("programId", "criterionId") REFERENCES "GateCriterion"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_programId_criterionId_fkey" FOREIGN KEY ("programId", "criterionId") REFERENCES "GateCriterion"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOffCondition" ADD CONSTRAINT "SignOffCondition_programId_gateId_fkey" FOREIGN KEY ("programId", "gateId") REFERENCES "Gate"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOffCondition" ADD CONSTRAINT "SignOffCondition_programId_signOffId_fkey" FOREIGN KEY ("programId", "signOffId") REFERENCES "GateSignOff"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOffCondition" ADD CONSTRAINT "SignOffCondition_programId_ownerId_fkey" FOREIGN KEY ("programId", "ownerId") REFERENCES "Person"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tier" ADD CONSTRAINT "Tier_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Workload" ADD CONSTRAINT "Workload_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Workload" ADD CONSTRAINT "Workload_programId_tierId_fkey" FOREIGN KEY ("programId", "tierId") REFERENCES "Tier"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Workload" ADD CONSTRAINT "Workload_programId_businessOwnerId_fkey" FOREIGN KEY ("programId", "businessOwnerId") REFERENCES "Person"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Workload" ADD CONSTRAINT "Workload_programId_technicalOwnerId_fkey" FOREIGN KEY ("programId", "technicalOwnerId") REFERENCES "Person"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_programId_dependentId_fkey" FOREIGN KEY ("programId", "dependentId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_programId_neededId_fkey" FOREIGN KEY ("programId", "neededId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryTarget" ADD CONSTRAINT "RecoveryTarget_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskDomain" ADD CONSTRAINT "RiskDomain_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_programId_domainId_fkey" FOREIGN KEY ("programId", "domainId") REFERENCES "RiskDomain"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_programId_ownerId_fkey" FOREIGN KEY ("programId", "ownerId") REFERENCES "Person"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskAssessment" ADD CONSTRAINT "RiskAssessment_programId_riskId_fkey" FOREIGN KEY ("programId", "riskId") REFERENCES "Risk"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskWorkload" ADD CONSTRAINT "RiskWorkload_programId_riskId_fkey" FOREIGN KEY ("programId", "riskId") REFERENCES "Risk"("programId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskWorkload" ADD CONSTRAINT "RiskWorkload_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskWave" ADD CONSTRAINT "RiskWave_programId_riskId_fkey" FOREIGN KEY ("programId", "riskId") REFERENCES "Risk"("programId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskWave" ADD CONSTRAINT "RiskWave_programId_waveId_fkey" FOREIGN KEY ("programId", "waveId") REFERENCES "Wave"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wave" ADD CONSTRAINT "Wave_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wave" ADD CONSTRAINT "Wave_programId_leadId_fkey" FOREIGN KEY ("programId", "leadId") REFERENCES "Person"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaveWorkload" ADD CONSTRAINT "WaveWorkload_programId_waveId_fkey" FOREIGN KEY ("programId", "waveId") REFERENCES "Wave"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaveWorkload" ADD CONSTRAINT "WaveWorkload_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaveTransition" ADD CONSTRAINT "WaveTransition_programId_waveId_fkey" FOREIGN KEY ("programId", "waveId") REFERENCES "Wave"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChecklistItem" ADD CONSTRAINT "ChecklistItem_programId_waveId_fkey" FOREIGN KEY ("programId", "waveId") REFERENCES "Wave"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChecklistItem" ADD CONSTRAINT "ChecklistItem_programId_ownerId_fkey" FOREIGN KEY ("programId", "ownerId") REFERENCES "Person"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WindowException" ADD CONSTRAINT "WindowException_programId_waveId_fkey" FOREIGN KEY ("programId", "waveId") REFERENCES "Wave"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
