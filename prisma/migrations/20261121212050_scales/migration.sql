-- Versioned scales, the history of appetite, treatment actions with dates, and proposals that their proposer takes back.

CREATE TYPE "RiskActionState" AS ENUM ('open', 'done', 'dropped');

-- Every score names the scale it was given in. Without a row of its own a program uses the first, built-in scale.
ALTER TABLE "Risk"
  ADD COLUMN "inherentScale" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "currentScale" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "targetScale" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "strikesOn" DATE;
ALTER TABLE "RiskDomain" ADD COLUMN "position" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "RiskAcceptance" ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3), ADD COLUMN "withdrawnReason" TEXT;

CREATE TABLE "RiskScale" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" UUID NOT NULL,

    CONSTRAINT "RiskScale_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "RiskAppetite" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "domainId" UUID NOT NULL,
    "before" INTEGER,
    "after" INTEGER,
    "reason" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID NOT NULL,

    CONSTRAINT "RiskAppetite_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "RiskAction" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "ownerId" UUID,
    "dueOn" DATE,
    "expectedLikelihood" INTEGER,
    "expectedImpact" INTEGER,
    "state" "RiskActionState" NOT NULL DEFAULT 'open',
    "settledOn" DATE,
    "settledNote" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RiskAction_pkey" PRIMARY KEY ("id")
);

DROP INDEX "Risk_programId_status_currentLikelihood_currentImpact_idx";
CREATE INDEX "Risk_programId_status_currentScale_currentLikelihood_curren_idx"
  ON "Risk"("programId", "status", "currentScale", "currentLikelihood", "currentImpact");
CREATE INDEX "Risk_programId_status_dueOn_idx" ON "Risk"("programId", "status", "dueOn");
CREATE INDEX "Risk_programId_status_strikesOn_idx" ON "Risk"("programId", "status", "strikesOn");
CREATE UNIQUE INDEX "RiskScale_programId_version_key" ON "RiskScale"("programId", "version");
CREATE INDEX "RiskAppetite_programId_domainId_changedAt_idx" ON "RiskAppetite"("programId", "domainId", "changedAt");
CREATE UNIQUE INDEX "RiskAction_programId_id_key" ON "RiskAction"("programId", "id");
CREATE INDEX "RiskAction_programId_riskId_idx" ON "RiskAction"("programId", "riskId");
CREATE INDEX "RiskAction_programId_state_dueOn_idx" ON "RiskAction"("programId", "state", "dueOn");
CREATE INDEX "RiskAction_programId_ownerId_idx" ON "RiskAction"("programId", "ownerId");

ALTER TABLE "RiskScale" ADD CONSTRAINT "RiskScale_programId_fkey"
  FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RiskAppetite" ADD CONSTRAINT "RiskAppetite_programId_domainId_fkey"
  FOREIGN KEY ("programId", "domainId") REFERENCES "RiskDomain"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RiskAction" ADD CONSTRAINT "RiskAction_programId_riskId_fkey"
  FOREIGN KEY ("programId", "riskId") REFERENCES "Risk"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RiskAction" ADD CONSTRAINT "RiskAction_programId_ownerId_fkey"
  FOREIGN KEY ("programId", "ownerId") REFERENCES "Person"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Risk" ADD CONSTRAINT risk_scales CHECK ("inherentScale" >= 1 AND "currentScale" >= 1 AND "targetScale" >= 1);
ALTER TABLE "RiskScale" ADD CONSTRAINT scale_version CHECK (version >= 1);
ALTER TABLE "RiskAppetite" ADD CONSTRAINT appetite_step CHECK ("before" BETWEEN 1 AND 25 AND "after" BETWEEN 1 AND 25);
ALTER TABLE "RiskAction"
  ADD CONSTRAINT action_expected CHECK ("expectedLikelihood" BETWEEN 1 AND 5 AND "expectedImpact" BETWEEN 1 AND 5),
  ADD CONSTRAINT action_settled CHECK ((state = 'open') = ("settledOn" IS NULL));
ALTER TABLE "RiskAcceptance" ADD CONSTRAINT acceptance_withdrawn
  CHECK (("withdrawnAt" IS NULL) = ("withdrawnReason" IS NULL) AND ("withdrawnAt" IS NULL OR decision IS NULL));

-- Row-level security and grants, as for every table of a program. A scale and a step of appetite are written once.
DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('RiskScale', '''program_manager'''),
    ('RiskAppetite', '''program_manager'''),
    ('RiskAction', '''platform_engineer'', ''program_manager''')
  ) AS one (name, writers)
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t.name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO wavegate_app', t.name);
    EXECUTE format('CREATE POLICY program_read ON %I FOR SELECT TO wavegate_app
      USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> ''partner'')', t.name);
    EXECUTE format('CREATE POLICY program_insert ON %I FOR INSERT TO wavegate_app
      WITH CHECK ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) IN (%s))', t.name, t.writers);
    EXECUTE format('CREATE POLICY program_update ON %I FOR UPDATE TO wavegate_app
      USING (%L = ''RiskAction'' AND "programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) IN (%s))
      WITH CHECK ("programId" = (SELECT wavegate_program()))', t.name, t.name, t.writers);
    EXECUTE format('CREATE POLICY program_delete ON %I FOR DELETE TO wavegate_app USING (false)', t.name);
  END LOOP;
END $$;
GRANT UPDATE (what, "ownerId", "dueOn", "expectedLikelihood", "expectedImpact", state, "settledOn", "settledNote", version, "updatedAt")
  ON "RiskAction" TO wavegate_app;
GRANT UPDATE ("inherentScale", "currentScale", "targetScale", "strikesOn") ON "Risk" TO wavegate_app;
GRANT UPDATE (position) ON "RiskDomain" TO wavegate_app;
GRANT UPDATE ("withdrawnAt", "withdrawnReason") ON "RiskAcceptance" TO wavegate_app;

-- Who proposed takes the proposal back while nobody has decided; nothing else of it may they change, and it stays taken back.
CREATE POLICY proposer_withdraws ON "RiskAcceptance" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND "proposedById" = (SELECT wavegate_user()) AND decision IS NULL
    AND (SELECT wavegate_role()) IN ('platform_engineer', 'program_manager'))
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "withdrawnAt" IS NOT NULL AND decision IS NULL AND comment = '');
CREATE FUNCTION wavegate_acceptance_withdrawn() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD."withdrawnAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a proposal that was withdrawn stays as it is' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER acceptance_withdrawn BEFORE UPDATE ON "RiskAcceptance"
  FOR EACH ROW EXECUTE FUNCTION wavegate_acceptance_withdrawn();
