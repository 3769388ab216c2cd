-- CreateEnum
CREATE TYPE "QuestionState" AS ENUM ('open', 'answered', 'withdrawn');

-- CreateEnum
CREATE TYPE "ReadWrite" AS ENUM ('read_heavy', 'balanced', 'write_heavy');

-- CreateEnum
CREATE TYPE "Sensitivity" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "Hosting" AS ENUM ('single_cloud', 'primary_and_recovery_cloud', 'split_by_domain', 'active_active', 'regulatory_placement');

-- CreateEnum
CREATE TYPE "Tenancy" AS ENUM ('multi_tenant', 'dedicated', 'hybrid');

-- CreateEnum
CREATE TYPE "CutoverPattern" AS ENUM ('big_bang', 'phased_by_domain', 'phased_by_site', 'phased_by_warehouse', 'phased_by_transaction_type', 'phased_by_tenant', 'blue_green', 'canary', 'parallel_run', 'read_only_shadow', 'dual_write');

-- CreateEnum
CREATE TYPE "LinkSide" AS ENUM ('needs', 'needed_by');

-- CreateEnum
CREATE TYPE "AssetKind" AS ENUM ('server', 'database_server', 'storage', 'network', 'appliance', 'device', 'other');

-- CreateEnum
CREATE TYPE "SiteKind" AS ENUM ('warehouse', 'plant', 'store_group', 'office', 'data_centre', 'legal_entity', 'region', 'other');

-- CreateEnum
CREATE TYPE "Duty" AS ENUM ('platform_reliability', 'patching', 'backup_execution', 'monitoring', 'incident_response', 'capacity', 'process_design', 'application_configuration', 'data_stewardship', 'release_approval');

-- CreateEnum
CREATE TYPE "Party" AS ENUM ('provider', 'customer', 'shared');

-- CreateEnum
CREATE TYPE "Metric" AS ENUM ('rpo_minutes', 'rto_minutes', 'availability_percent', 'latency_ms', 'throughput_per_minute', 'cost_per_month');

-- CreateEnum
CREATE TYPE "RemediationKind" AS ENUM ('customisation', 'unsupported_version', 'undocumented_job', 'fixed_address', 'direct_database_coupling', 'site_or_partner_specific', 'export_control', 'residency_limit', 'other');

-- CreateEnum
CREATE TYPE "RemediationState" AS ENUM ('open', 'in_progress', 'done', 'accepted');

-- CreateEnum
CREATE TYPE "TenantClassKind" AS ENUM ('regulated', 'premium', 'standard');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "ImportState" ADD VALUE 'uploaded';
ALTER TYPE "ImportState" ADD VALUE 'reading';
ALTER TYPE "ImportState" ADD VALUE 'importing';
ALTER TYPE "ImportState" ADD VALUE 'failed';
ALTER TYPE "ImportState" ADD VALUE 'undone';

-- AlterTable
ALTER TABLE "ImportBatch" ADD COLUMN     "done" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'csv',
ADD COLUMN     "leaveRefused" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "planDigest" CHAR(64),
ADD COLUMN     "problem" TEXT,
ADD COLUMN     "sourceName" TEXT,
ADD COLUMN     "stage" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "table" TEXT,
ADD COLUMN     "tables" JSONB,
ADD COLUMN     "total" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "undoneAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Workload" ADD COLUMN     "batchWindows" TEXT,
ADD COLUMN     "cutoverPattern" "CutoverPattern",
ADD COLUMN     "cutoverReason" TEXT,
ADD COLUMN     "dataGb" INTEGER,
ADD COLUMN     "growthPercent" INTEGER,
ADD COLUMN     "hosting" "Hosting",
ADD COLUMN     "hostingReason" TEXT,
ADD COLUMN     "latencySensitivity" "Sensitivity",
ADD COLUMN     "legalEntity" TEXT,
ADD COLUMN     "masterData" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "origins" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "peakPerMinute" INTEGER,
ADD COLUMN     "readWrite" "ReadWrite",
ADD COLUMN     "region" TEXT,
ADD COLUMN     "replication" TEXT,
ADD COLUMN     "residency" TEXT,
ADD COLUMN     "retention" TEXT,
ADD COLUMN     "seasonalPeaks" TEXT,
ADD COLUMN     "singleWriter" BOOLEAN,
ADD COLUMN     "tenancy" "Tenancy",
ADD COLUMN     "tenancyReason" TEXT,
ADD COLUMN     "users" INTEGER;

-- CreateTable
CREATE TABLE "DataSource" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "trust" INTEGER NOT NULL DEFAULT 3,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DataSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "workloadId" UUID,
    "assetId" UUID,
    "source" TEXT NOT NULL,
    "externalId" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FactQuestion" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "workloadId" UUID,
    "assetId" UUID,
    "field" TEXT NOT NULL,
    "openKey" TEXT,
    "state" "QuestionState" NOT NULL DEFAULT 'open',
    "askedId" UUID,
    "presentValue" JSONB,
    "presentSource" TEXT,
    "statedValue" JSONB NOT NULL,
    "statedSource" TEXT NOT NULL,
    "importId" UUID,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "chosenValue" JSONB,
    "chosenSource" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "FactQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportPart" (
    "programId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ImportPart_pkey" PRIMARY KEY ("importId","part")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "programId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "entity" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "plan" JSONB NOT NULL,

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("importId","position")
);

-- CreateTable
CREATE TABLE "ImportTouch" (
    "programId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "entity" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "created" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    "before" JSONB,

    CONSTRAINT "ImportTouch_pkey" PRIMARY KEY ("importId","position")
);

-- CreateTable
CREATE TABLE "RememberedMapping" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "headDigest" CHAR(64) NOT NULL,
    "format" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "sourceName" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RememberedMapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExternalLink" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "workloadId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "side" "LinkSide" NOT NULL,
    "kind" "DependencyKind",
    "hardness" "Hardness",
    "source" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExternalLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GraphLayout" (
    "programId" UUID NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "layout" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GraphLayout_pkey" PRIMARY KEY ("programId","digest")
);

-- CreateTable
CREATE TABLE "Asset" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "kind" "AssetKind",
    "workloadId" UUID,
    "role" TEXT,
    "environment" TEXT,
    "os" TEXT,
    "cores" INTEGER,
    "memoryMb" INTEGER,
    "diskGb" INTEGER,
    "addresses" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "fqdn" TEXT,
    "powerState" TEXT,
    "location" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "origins" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Site" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "kind" "SiteKind",
    "zone" TEXT,
    "country" TEXT,
    "users" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkloadSite" (
    "programId" UUID NOT NULL,
    "workloadId" UUID NOT NULL,
    "siteId" UUID NOT NULL,
    "users" INTEGER,

    CONSTRAINT "WorkloadSite_pkey" PRIMARY KEY ("workloadId","siteId")
);

-- CreateTable
CREATE TABLE "BusinessProcess" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "ownerId" UUID,
    "criticality" "Criticality",
    "rtoMinutes" INTEGER,
    "rpoMinutes" INTEGER,
    "fallback" TEXT NOT NULL DEFAULT '',
    "fallbackOwnerId" UUID,
    "fallbackRehearsedOn" DATE,
    "fallbackAcknowledgedAt" TIMESTAMPTZ(3),
    "fallbackAcknowledgedBy" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BusinessProcess_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProcessWorkload" (
    "programId" UUID NOT NULL,
    "processId" UUID NOT NULL,
    "workloadId" UUID NOT NULL,

    CONSTRAINT "ProcessWorkload_pkey" PRIMARY KEY ("processId","workloadId")
);

-- CreateTable
CREATE TABLE "WorkloadDuty" (
    "programId" UUID NOT NULL,
    "workloadId" UUID NOT NULL,
    "duty" "Duty" NOT NULL,
    "party" "Party" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "WorkloadDuty_pkey" PRIMARY KEY ("workloadId","duty")
);

-- CreateTable
CREATE TABLE "Measurement" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "workloadId" UUID NOT NULL,
    "metric" "Metric" NOT NULL,
    "value" DECIMAL(18,4) NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "measuredOn" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Measurement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Remediation" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "workloadId" UUID NOT NULL,
    "kind" "RemediationKind" NOT NULL,
    "title" TEXT NOT NULL,
    "remedy" TEXT NOT NULL DEFAULT '',
    "ownerId" UUID,
    "dueOn" DATE,
    "state" "RemediationState" NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Remediation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TenantClass" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "workloadId" UUID NOT NULL,
    "kind" "TenantClassKind" NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "tenants" INTEGER,
    "users" INTEGER,
    "isolation" TEXT NOT NULL DEFAULT '',
    "residency" TEXT NOT NULL DEFAULT '',
    "encryption" TEXT NOT NULL DEFAULT '',
    "rollout" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TenantClass_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DataSource_programId_id_key" ON "DataSource"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DataSource_programId_nameKey_key" ON "DataSource"("programId", "nameKey");

-- CreateIndex
CREATE INDEX "Claim_programId_source_externalId_idx" ON "Claim"("programId", "source", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_workloadId_source_key" ON "Claim"("workloadId", "source");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_assetId_source_key" ON "Claim"("assetId", "source");

-- CreateIndex
CREATE INDEX "FactQuestion_programId_state_askedId_idx" ON "FactQuestion"("programId", "state", "askedId");

-- CreateIndex
CREATE INDEX "FactQuestion_programId_workloadId_idx" ON "FactQuestion"("programId", "workloadId");

-- CreateIndex
CREATE INDEX "FactQuestion_programId_assetId_idx" ON "FactQuestion"("programId", "assetId");

-- CreateIndex
CREATE UNIQUE INDEX "FactQuestion_programId_id_key" ON "FactQuestion"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FactQuestion_programId_openKey_key" ON "FactQuestion"("programId", "openKey");

-- CreateIndex
CREATE INDEX "ImportRow_importId_outcome_position_idx" ON "ImportRow"("importId", "outcome", "position");

-- CreateIndex
CREATE INDEX "ImportTouch_programId_subjectId_idx" ON "ImportTouch"("programId", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "RememberedMapping_programId_headDigest_key" ON "RememberedMapping"("programId", "headDigest");

-- CreateIndex
CREATE INDEX "ExternalLink_programId_nameKey_idx" ON "ExternalLink"("programId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalLink_programId_id_key" ON "ExternalLink"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalLink_workloadId_nameKey_side_key" ON "ExternalLink"("workloadId", "nameKey", "side");

-- CreateIndex
CREATE INDEX "Asset_programId_nameKey_idx" ON "Asset"("programId", "nameKey");

-- CreateIndex
CREATE INDEX "Asset_programId_workloadId_idx" ON "Asset"("programId", "workloadId");

-- CreateIndex
CREATE UNIQUE INDEX "Asset_programId_id_key" ON "Asset"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Site_programId_id_key" ON "Site"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Site_programId_nameKey_key" ON "Site"("programId", "nameKey");

-- CreateIndex
CREATE INDEX "WorkloadSite_programId_siteId_idx" ON "WorkloadSite"("programId", "siteId");

-- CreateIndex
CREATE INDEX "BusinessProcess_programId_ownerId_idx" ON "BusinessProcess"("programId", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "BusinessProcess_programId_id_key" ON "BusinessProcess"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BusinessProcess_programId_nameKey_key" ON "BusinessProcess"("programId", "nameKey");

-- CreateIndex
CREATE INDEX "ProcessWorkload_programId_workloadId_idx" ON "ProcessWorkload"("programId", "workloadId");

-- CreateIndex
CREATE INDEX "WorkloadDuty_programId_duty_idx" ON "WorkloadDuty"("programId", "duty");

-- CreateIndex
CREATE INDEX "Measurement_programId_workloadId_metric_measuredOn_idx" ON "Measurement"("programId", "workloadId", "metric", "measuredOn");

-- CreateIndex
CREATE UNIQUE INDEX "Measurement_programId_id_key" ON "Measurement"("programId", "id");

-- CreateIndex
CREATE INDEX "Remediation_programId_workloadId_idx" ON "Remediation"("programId", "workloadId");

-- CreateIndex
CREATE INDEX "Remediation_programId_state_dueOn_idx" ON "Remediation"("programId", "state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Remediation_programId_id_key" ON "Remediation"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "TenantClass_programId_id_key" ON "TenantClass"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "TenantClass_workloadId_nameKey_key" ON "TenantClass"("workloadId", "nameKey");

-- CreateIndex
CREATE INDEX "Comment_programId_subjectType_subjectId_createdAt_idx" ON "Comment"("programId", "subjectType", "subjectId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_programId_id_key" ON "Comment"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_programId_id_key" ON "SavedView"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_programId_userId_page_nameKey_key" ON "SavedView"("programId", "userId", "page", "nameKey");

-- AddForeignKey
ALTER TABLE "DataSource" ADD CONSTRAINT "DataSource_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_programId_assetId_fkey" FOREIGN KEY ("programId", "assetId") REFERENCES "Asset"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactQuestion" ADD CONSTRAINT "FactQuestion_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactQuestion" ADD CONSTRAINT "FactQuestion_programId_assetId_fkey" FOREIGN KEY ("programId", "assetId") REFERENCES "Asset"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactQuestion" ADD CONSTRAINT "FactQuestion_programId_askedId_fkey" FOREIGN KEY ("programId", "askedId") REFERENCES "Person"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactQuestion" ADD CONSTRAINT "FactQuestion_programId_importId_fkey" FOREIGN KEY ("programId", "importId") REFERENCES "ImportBatch"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportPart" ADD CONSTRAINT "ImportPart_programId_importId_fkey" FOREIGN KEY ("programId", "importId") REFERENCES "ImportBatch"("programId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_programId_importId_fkey" FOREIGN KEY ("programId", "importId") REFERENCES "ImportBatch"("programId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportTouch" ADD CONSTRAINT "ImportTouch_programId_importId_fkey" FOREIGN KEY ("programId", "importId") REFERENCES "ImportBatch"("programId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RememberedMapping" ADD CONSTRAINT "RememberedMapping_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalLink" ADD CONSTRAINT "ExternalLink_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GraphLayout" ADD CONSTRAINT "GraphLayout_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Asset" ADD CONSTRAINT "Asset_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Asset" ADD CONSTRAINT "Asset_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkloadSite" ADD CONSTRAINT "WorkloadSite_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkloadSite" ADD CONSTRAINT "WorkloadSite_programId_siteId_fkey" FOREIGN KEY ("programId", "siteId") REFERENCES "Site"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BusinessProcess" ADD CONSTRAINT "BusinessProcess_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BusinessProcess" ADD CONSTRAINT "BusinessProcess_programId_ownerId_fkey" FOREIGN KEY ("programId", "ownerId") REFERENCES "Person"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BusinessProcess" ADD CONSTRAINT "BusinessProcess_programId_fallbackOwnerId_fkey" FOREIGN KEY ("programId", "fallbackOwnerId") REFERENCES "Person"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProcessWorkload" ADD CONSTRAINT "ProcessWorkload_programId_processId_fkey" FOREIGN KEY ("programId", "processId") REFERENCES "BusinessProcess"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProcessWorkload" ADD CONSTRAINT "ProcessWorkload_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkloadDuty" ADD CONSTRAINT "WorkloadDuty_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measurement" ADD CONSTRAINT "Measurement_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remediation" ADD CONSTRAINT "Remediation_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remediation" ADD CONSTRAINT "Remediation_programId_ownerId_fkey" FOREIGN KEY ("programId", "ownerId") REFERENCES "Person"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenantClass" ADD CONSTRAINT "TenantClass_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
