-- The control catalogue: what is done against typical failures, its verifications, the risks it works against, its evidence.

CREATE TYPE "ControlStage" AS ENUM ('planned', 'implemented');
CREATE TYPE "ControlOutcome" AS ENUM ('holds', 'does_not_hold');

CREATE TABLE "Control" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "domainId" UUID,
    "failure" TEXT NOT NULL,
    "impact" TEXT NOT NULL,
    "response" TEXT NOT NULL,
    "stage" "ControlStage" NOT NULL DEFAULT 'planned',
    "ownerId" UUID,
    "howVerified" TEXT NOT NULL,
    "everyDays" INTEGER NOT NULL,
    "source" TEXT,
    "externalId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Control_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ControlVerification" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "controlId" UUID NOT NULL,
    "verifiedOn" DATE NOT NULL,
    "outcome" "ControlOutcome" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ControlVerification_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ControlRisk" (
    "programId" UUID NOT NULL,
    "controlId" UUID NOT NULL,
    "riskId" UUID NOT NULL,

    CONSTRAINT "ControlRisk_pkey" PRIMARY KEY ("controlId","riskId")
);

ALTER TABLE "EvidenceUse" ADD COLUMN "controlId" UUID;

CREATE UNIQUE INDEX "Control_programId_id_key" ON "Control"("programId", "id");
CREATE UNIQUE INDEX "Control_programId_source_externalId_key" ON "Control"("programId", "source", "externalId");
CREATE INDEX "Control_programId_titleKey_idx" ON "Control"("programId", "titleKey");
CREATE INDEX "Control_programId_domainId_idx" ON "Control"("programId", "domainId");
CREATE INDEX "Control_programId_ownerId_idx" ON "Control"("programId", "ownerId");
CREATE INDEX "ControlVerification_programId_controlId_verifiedOn_idx" ON "ControlVerification"("programId", "controlId", "verifiedOn");
CREATE INDEX "ControlRisk_programId_riskId_idx" ON "ControlRisk"("programId", "riskId");
CREATE UNIQUE INDEX "EvidenceUse_evidenceId_controlId_key" ON "EvidenceUse"("evidenceId", "controlId");
CREATE INDEX "EvidenceUse_programId_controlId_idx" ON "EvidenceUse"("programId", "controlId");

ALTER TABLE "Control" ADD CONSTRAINT "Control_programId_fkey"
  FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Control" ADD CONSTRAINT "Control_programId_domainId_fkey"
  FOREIGN KEY ("programId", "domainId") REFERENCES "RiskDomain"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Control" ADD CONSTRAINT "Control_programId_ownerId_fkey"
  FOREIGN KEY ("programId", "ownerId") REFERENCES "Person"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ControlVerification" ADD CONSTRAINT "ControlVerification_programId_controlId_fkey"
  FOREIGN KEY ("programId", "controlId") REFERENCES "Control"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ControlRisk" ADD CONSTRAINT "ControlRisk_programId_controlId_fkey"
  FOREIGN KEY ("programId", "controlId") REFERENCES "Control"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ControlRisk" ADD CONSTRAINT "ControlRisk_programId_riskId_fkey"
  FOREIGN KEY ("programId", "riskId") REFERENCES "Risk"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EvidenceUse" ADD CONSTRAINT "EvidenceUse_programId_controlId_fkey"
  FOREIGN KEY ("programId", "controlId") REFERENCES "Control"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Control"
  ADD CONSTRAINT control_interval CHECK ("everyDays" BETWEEN 1 AND 1095),
  ADD CONSTRAINT control_origin CHECK (num_nonnulls(source, "externalId") IN (0, 2));
-- Nobody verifies tomorrow; a day ahead is left to zones.
ALTER TABLE "ControlVerification"
  ADD CONSTRAINT verification_day CHECK ("verifiedOn" <= ("recordedAt" AT TIME ZONE 'UTC')::date + 1);
ALTER TABLE "EvidenceUse" DROP CONSTRAINT use_of_one;
ALTER TABLE "EvidenceUse" ADD CONSTRAINT use_of_one
  CHECK (num_nonnulls("drillId", "riskId", "criterionId", "itemId", "controlId") = 1);

-- Row-level security and grants, as for every table of a program. A verification is written once, in one's own name.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Control', 'ControlVerification', 'ControlRisk'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO wavegate_app', t);
    EXECUTE format('CREATE POLICY program_read ON %I FOR SELECT TO wavegate_app
      USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> ''partner'')', t);
    EXECUTE format('CREATE POLICY program_insert ON %I FOR INSERT TO wavegate_app
      WITH CHECK ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) IN (''platform_engineer'', ''program_manager'')%s)',
      t, CASE t WHEN 'ControlVerification' THEN ' AND "recordedById" = (SELECT wavegate_user())' ELSE '' END);
    EXECUTE format('CREATE POLICY program_update ON %I FOR UPDATE TO wavegate_app
      USING (%L = ''Control'' AND "programId" = (SELECT wavegate_program())
        AND (SELECT wavegate_role()) IN (''platform_engineer'', ''program_manager''))
      WITH CHECK ("programId" = (SELECT wavegate_program()))', t, t);
    EXECUTE format('CREATE POLICY program_delete ON %I FOR DELETE TO wavegate_app
      USING (%L = ''ControlRisk'' AND "programId" = (SELECT wavegate_program())
        AND (SELECT wavegate_role()) IN (''platform_engineer'', ''program_manager''))', t, t);
  END LOOP;
END $$;
GRANT UPDATE (title, "titleKey", "domainId", failure, impact, response, stage, "ownerId", "howVerified", "everyDays", version, "updatedAt")
  ON "Control" TO wavegate_app;
GRANT DELETE ON "ControlRisk" TO wavegate_app;
