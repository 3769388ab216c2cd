-- What protects the parts of a workload by design: their own targets, protections, retention. None of it proves anything.

CREATE TYPE "ComponentKind" AS ENUM ('database', 'documents', 'configuration', 'integration', 'infrastructure', 'identity');
CREATE TYPE "ProtectionKind" AS ENUM ('snapshots', 'point_in_time', 'replica', 'immutable', 'second_cloud', 'replay');

CREATE TABLE "RecoveryComponent" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "workloadId" UUID NOT NULL,
    "kind" "ComponentKind" NOT NULL,
    "applies" BOOLEAN,
    "rtoMinutes" INTEGER,
    "rpoMinutes" INTEGER,
    "protections" "ProtectionKind"[] DEFAULT ARRAY[]::"ProtectionKind"[],
    "unprotected" BOOLEAN NOT NULL DEFAULT false,
    "copyIntervalMinutes" INTEGER,
    "retentionDays" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecoveryComponent_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "RecoveryComponent_programId_id_key" ON "RecoveryComponent"("programId", "id");
CREATE UNIQUE INDEX "RecoveryComponent_programId_workloadId_kind_key" ON "RecoveryComponent"("programId", "workloadId", "kind");
ALTER TABLE "RecoveryComponent" ADD CONSTRAINT "RecoveryComponent_programId_workloadId_fkey" FOREIGN KEY ("programId", "workloadId") REFERENCES "Workload"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "RecoveryComponent"
  ADD CONSTRAINT component_minutes CHECK ("rtoMinutes" BETWEEN 0 AND 5256000 AND "rpoMinutes" BETWEEN 0 AND 5256000
    AND "copyIntervalMinutes" BETWEEN 0 AND 5256000 AND "retentionDays" BETWEEN 1 AND 36500),
  ADD CONSTRAINT component_protections CHECK (protections IS NOT NULL AND array_position(protections, NULL) IS NULL
    AND (NOT unprotected OR (cardinality(protections) = 0 AND "copyIntervalMinutes" IS NULL AND "retentionDays" IS NULL))),
  ADD CONSTRAINT component_says_why CHECK (applies IS NOT FALSE OR note <> ''),
  ADD CONSTRAINT component_applies CHECK (applies IS TRUE OR (num_nonnulls("rtoMinutes", "rpoMinutes", "copyIntervalMinutes",
    "retentionDays") = 0 AND cardinality(protections) = 0 AND NOT unprotected));

ALTER TABLE "RecoveryComponent" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "RecoveryComponent" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "RecoveryComponent" TO wavegate_app;
GRANT UPDATE (applies, "rtoMinutes", "rpoMinutes", protections, unprotected, "copyIntervalMinutes", "retentionDays", note,
  version, "updatedAt") ON "RecoveryComponent" TO wavegate_app;
CREATE POLICY program_read ON "RecoveryComponent" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> 'partner');
CREATE POLICY program_insert ON "RecoveryComponent" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program())
    AND (SELECT wavegate_role()) IN ('platform_engineer', 'program_manager'));
CREATE POLICY program_update ON "RecoveryComponent" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) IN ('platform_engineer', 'program_manager'))
  WITH CHECK ("programId" = (SELECT wavegate_program()));
CREATE POLICY program_delete ON "RecoveryComponent" FOR DELETE TO wavegate_app USING (false);
