-- What a rollback left behind, in the words of those who did it: written once; who sees it otherwise later writes again.

CREATE TYPE "RollbackExtent" AS ENUM ('whole', 'part');

CREATE TABLE "WaveRollback" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "extent" "RollbackExtent" NOT NULL,
    "what" TEXT NOT NULL,
    "remains" TEXT NOT NULL DEFAULT '',
    "lossMinutes" INTEGER,
    "loss" TEXT NOT NULL DEFAULT '',
    "usableAt" TIMESTAMPTZ(3),
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WaveRollback_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "WaveRollback_programId_waveId_attempt_idx" ON "WaveRollback"("programId", "waveId", "attempt");

ALTER TABLE "WaveRollback" ADD CONSTRAINT "WaveRollback_programId_waveId_fkey"
  FOREIGN KEY ("programId", "waveId") REFERENCES "Wave"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "WaveRollback"
  ADD CONSTRAINT rollback_says CHECK (what <> '' AND (extent = 'whole' OR remains <> '')),
  ADD CONSTRAINT rollback_loss CHECK ("lossMinutes" >= 0),
  ADD CONSTRAINT rollback_attempt CHECK (attempt >= 1);

ALTER TABLE "WaveRollback" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "WaveRollback" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "WaveRollback" TO wavegate_app;
CREATE POLICY program_read ON "WaveRollback" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> 'partner');
CREATE POLICY program_insert ON "WaveRollback" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "recordedById" = (SELECT wavegate_user())
    AND (SELECT wavegate_role()) IN ('platform_engineer', 'program_manager'));
CREATE POLICY program_update ON "WaveRollback" FOR UPDATE TO wavegate_app USING (false) WITH CHECK (false);
CREATE POLICY program_delete ON "WaveRollback" FOR DELETE TO wavegate_app USING (false);
