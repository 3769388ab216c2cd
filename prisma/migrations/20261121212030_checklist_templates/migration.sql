-- Checklists for each kind of wave, in versions; due times that follow the window; what comes first; evidence on an item.

-- CreateEnum
CREATE TYPE "ChecklistAnchor" AS ENUM ('window_start', 'window_end');

-- CreateTable
CREATE TABLE "ChecklistTemplate" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "kind" "WaveKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ChecklistTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChecklistTemplateItem" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "duty" TEXT NOT NULL DEFAULT '',
    "needsEvidence" BOOLEAN NOT NULL DEFAULT false,
    "dueAnchor" "ChecklistAnchor",
    "dueDays" INTEGER,
    "dueMinutes" INTEGER,
    "after" TEXT[],

    CONSTRAINT "ChecklistTemplateItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChecklistOrder" (
    "programId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "afterId" UUID NOT NULL,

    CONSTRAINT "ChecklistOrder_pkey" PRIMARY KEY ("itemId","afterId")
);

-- AlterTable
ALTER TABLE "ChecklistItem" ADD COLUMN     "dueAnchor" "ChecklistAnchor",
ADD COLUMN     "dueDays" INTEGER,
ADD COLUMN     "dueMinutes" INTEGER,
ADD COLUMN     "duty" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "needsEvidence" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "templateId" UUID,
ADD COLUMN     "templateKey" TEXT,
ADD COLUMN     "why" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "EvidenceUse" ADD COLUMN     "itemId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "ChecklistTemplate_programId_id_key" ON "ChecklistTemplate"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ChecklistTemplate_programId_kind_number_key" ON "ChecklistTemplate"("programId", "kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ChecklistTemplateItem_templateId_key_key" ON "ChecklistTemplateItem"("templateId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "ChecklistTemplateItem_templateId_position_key" ON "ChecklistTemplateItem"("templateId", "position");

-- CreateIndex
CREATE INDEX "ChecklistTemplateItem_programId_templateId_idx" ON "ChecklistTemplateItem"("programId", "templateId");

-- CreateIndex
CREATE INDEX "ChecklistOrder_programId_itemId_idx" ON "ChecklistOrder"("programId", "itemId");

-- CreateIndex
CREATE INDEX "ChecklistOrder_programId_afterId_idx" ON "ChecklistOrder"("programId", "afterId");

-- CreateIndex
CREATE UNIQUE INDEX "ChecklistItem_waveId_attempt_templateKey_key" ON "ChecklistItem"("waveId", "attempt", "templateKey");

-- CreateIndex
CREATE INDEX "ChecklistItem_programId_templateId_idx" ON "ChecklistItem"("programId", "templateId");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceUse_evidenceId_itemId_key" ON "EvidenceUse"("evidenceId", "itemId");

-- CreateIndex
CREATE INDEX "EvidenceUse_programId_itemId_idx" ON "EvidenceUse"("programId", "itemId");

-- AddForeignKey
ALTER TABLE "ChecklistTemplate" ADD CONSTRAINT "ChecklistTemplate_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChecklistTemplateItem" ADD CONSTRAINT "ChecklistTemplateItem_programId_templateId_fkey" FOREIGN KEY ("programId", "templateId") REFERENCES "ChecklistTemplate"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChecklistOrder" ADD CONSTRAINT "ChecklistOrder_programId_itemId_fkey" FOREIGN KEY ("programId", "itemId") REFERENCES "ChecklistItem"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChecklistOrder" ADD CONSTRAINT "ChecklistOrder_programId_afterId_fkey" FOREIGN KEY ("programId", "afterId") REFERENCES "ChecklistItem"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChecklistItem" ADD CONSTRAINT "ChecklistItem_programId_templateId_fkey" FOREIGN KEY ("programId", "templateId") REFERENCES "ChecklistTemplate"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceUse" ADD CONSTRAINT "EvidenceUse_programId_itemId_fkey" FOREIGN KEY ("programId", "itemId") REFERENCES "ChecklistItem"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- row-level security
-- A program manager writes templates; a version that was published stays as it is.
ALTER TABLE "ChecklistTemplate" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ChecklistTemplate" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON "ChecklistTemplate" TO wavegate_app;
GRANT UPDATE (note, "publishedAt", "publishedById", version) ON "ChecklistTemplate" TO wavegate_app;
CREATE POLICY program_read ON "ChecklistTemplate" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> 'partner');
CREATE POLICY program_insert ON "ChecklistTemplate" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager'
    AND "createdById" = (SELECT wavegate_user()) AND "publishedAt" IS NULL);
CREATE POLICY program_update ON "ChecklistTemplate" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager' AND "publishedAt" IS NULL)
  WITH CHECK ("programId" = (SELECT wavegate_program())
    AND ("publishedById" IS NULL OR "publishedById" = (SELECT wavegate_user())));
CREATE POLICY program_delete ON "ChecklistTemplate" FOR DELETE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager' AND "publishedAt" IS NULL);

ALTER TABLE "ChecklistTemplateItem" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ChecklistTemplateItem" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON "ChecklistTemplateItem" TO wavegate_app;
GRANT UPDATE (position, section, title, why, duty, "needsEvidence", "dueAnchor", "dueDays", "dueMinutes", "after")
  ON "ChecklistTemplateItem" TO wavegate_app;
CREATE POLICY program_read ON "ChecklistTemplateItem" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> 'partner');
CREATE POLICY program_insert ON "ChecklistTemplateItem" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager'
    AND EXISTS (SELECT 1 FROM "ChecklistTemplate" t WHERE t.id = "templateId" AND t."publishedAt" IS NULL));
CREATE POLICY program_update ON "ChecklistTemplateItem" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager'
    AND EXISTS (SELECT 1 FROM "ChecklistTemplate" t WHERE t.id = "templateId" AND t."publishedAt" IS NULL))
  WITH CHECK ("programId" = (SELECT wavegate_program()));
CREATE POLICY program_delete ON "ChecklistTemplateItem" FOR DELETE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager'
    AND EXISTS (SELECT 1 FROM "ChecklistTemplate" t WHERE t.id = "templateId" AND t."publishedAt" IS NULL));

ALTER TABLE "ChecklistOrder" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ChecklistOrder" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON "ChecklistOrder" TO wavegate_app;
CREATE POLICY program_read ON "ChecklistOrder" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> 'partner');
CREATE POLICY program_insert ON "ChecklistOrder" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) IN ('platform_engineer', 'program_manager'));
CREATE POLICY program_update ON "ChecklistOrder" FOR UPDATE TO wavegate_app USING (false) WITH CHECK (false);
CREATE POLICY program_delete ON "ChecklistOrder" FOR DELETE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) IN ('platform_engineer', 'program_manager'));

-- Where an item came from is written when it comes, and never changed.
GRANT UPDATE (why, duty, "needsEvidence", "dueAnchor", "dueDays", "dueMinutes") ON "ChecklistItem" TO wavegate_app;

-- ---------------------------------------------------------------- checks
ALTER TABLE "ChecklistTemplate"
  ADD CONSTRAINT template_number CHECK (number > 0),
  ADD CONSTRAINT template_published CHECK (("publishedAt" IS NULL) = ("publishedById" IS NULL));
ALTER TABLE "ChecklistTemplateItem"
  ADD CONSTRAINT template_item_offset CHECK (num_nonnulls("dueDays", "dueMinutes") = num_nonnulls("dueAnchor")),
  ADD CONSTRAINT template_item_within CHECK (abs(coalesce("dueDays", 0)) <= 400 AND abs(coalesce("dueMinutes", 0)) <= 43200);
-- An instant or an offset, never both: what follows the window is not kept a second time.
ALTER TABLE "ChecklistItem"
  ADD CONSTRAINT item_offset CHECK (num_nonnulls("dueDays", "dueMinutes") = num_nonnulls("dueAnchor")),
  ADD CONSTRAINT item_due_once CHECK (num_nonnulls("dueAt", "dueAnchor") <= 1),
  ADD CONSTRAINT item_from_template CHECK (num_nonnulls("templateId", "templateKey") IN (0, 2));
ALTER TABLE "ChecklistOrder" ADD CONSTRAINT order_of_two CHECK ("itemId" <> "afterId");

-- Evidence is of exactly one thing, whatever columns for things there are by now.
DO $$
DECLARE columns text;
BEGIN
  SELECT string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum) INTO columns FROM pg_attribute a
    WHERE a.attrelid = '"EvidenceUse"'::regclass AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attname LIKE '%Id' AND a.attname NOT IN ('programId', 'evidenceId', 'attachedById');
  ALTER TABLE "EvidenceUse" DROP CONSTRAINT use_of_one;
  EXECUTE format('ALTER TABLE "EvidenceUse" ADD CONSTRAINT use_of_one CHECK (num_nonnulls(%s) = 1)', columns);
END $$;
