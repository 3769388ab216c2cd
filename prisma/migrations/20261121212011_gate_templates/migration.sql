-- What a program asks at a gate of a kind for waves of a kind. Every version is a row of its own and is never changed; a gate
-- names the row it was opened from.
CREATE TABLE "GateTemplate" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "waveKind" "WaveKind" NOT NULL,
    "kind" "GateKind" NOT NULL,
    "version" INTEGER NOT NULL,
    "demanded" BOOLEAN NOT NULL,
    "quorum" INTEGER NOT NULL,
    "seats" JSONB NOT NULL,
    "criteria" JSONB NOT NULL,
    "changedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GateTemplate_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "GateTemplate_programId_id_key" ON "GateTemplate"("programId", "id");
CREATE UNIQUE INDEX "GateTemplate_programId_waveKind_kind_version_key" ON "GateTemplate"("programId", "waveKind", "kind", "version");
ALTER TABLE "GateTemplate" ADD CONSTRAINT "GateTemplate_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Gate" ADD COLUMN "templateId" UUID;
ALTER TABLE "Gate" ADD CONSTRAINT "Gate_programId_templateId_fkey" FOREIGN KEY ("programId", "templateId") REFERENCES "GateTemplate"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "GateTemplate"
  ADD CONSTRAINT template_version CHECK (version >= 1),
  ADD CONSTRAINT template_quorum CHECK (quorum >= 1);

ALTER TABLE "GateTemplate" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "GateTemplate" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "GateTemplate" TO wavegate_app;
CREATE POLICY program_read ON "GateTemplate" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> 'partner');
CREATE POLICY program_insert ON "GateTemplate" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "changedById" = (SELECT wavegate_user())
    AND (SELECT wavegate_role()) = 'program_manager');
CREATE POLICY program_update ON "GateTemplate" FOR UPDATE TO wavegate_app USING (false);
CREATE POLICY program_delete ON "GateTemplate" FOR DELETE TO wavegate_app USING (false);
