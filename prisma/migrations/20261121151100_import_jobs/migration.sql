-- Imports as jobs: who asked for the step that runs, what may be taken back, and a way to say that a job was refused.

ALTER TABLE "ImportBatch" ADD COLUMN "askedById" UUID;

GRANT UPDATE ("sourceName", kind, "table", tables, stage, done, total, problem, "planDigest", "leaveRefused", "undoneAt", "askedById")
  ON "ImportBatch" TO wavegate_app;

-- A file that never arrived whole leaves nothing behind; every other file stays on record.
GRANT DELETE ON "ImportBatch" TO wavegate_app;
DROP POLICY program_delete ON "ImportBatch";
CREATE POLICY program_delete ON "ImportBatch" FOR DELETE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) NOT IN ('none', 'partner', 'auditor')
    AND state = 'uploaded' AND stage = 'receiving');

-- People and sources that an import brought go again when it is undone and nothing refers to them.
GRANT DELETE ON "Person", "DataSource" TO wavegate_app;

-- Assessments are appended only. The first ones of a risk that an import created go with the risk, and no others: those
-- of the very instant of the import, while the import stands.
CREATE POLICY owner_read ON "ImportBatch" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY owner_update ON "ImportBatch" FOR UPDATE TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_read ON "ImportTouch" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY owner_read ON "RiskAssessment" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY owner_delete ON "RiskAssessment" FOR DELETE TO CURRENT_USER USING (true);
CREATE POLICY owner_read ON "Risk" FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION wavegate_take_back_assessments(p_import uuid) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_count int;
BEGIN
  IF (wavegate_role() IN ('platform_engineer', 'program_manager')) IS NOT TRUE THEN RETURN 0; END IF;
  DELETE FROM "RiskAssessment" a USING "ImportTouch" t, "ImportBatch" b, "Risk" r
    WHERE b.id = p_import AND b."programId" = wavegate_program() AND b.state IN ('committed', 'importing')
      AND t."importId" = b.id AND t.entity = 'risk' AND t.created
      AND r.id = t."subjectId" AND r."programId" = b."programId" AND r."createdAt" = b."committedAt" AND r.version = 1
      AND a."riskId" = r.id AND a."assessedAt" = b."committedAt";
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;

-- A job whose asker is no member any more cannot act for anybody: this notes it, and nothing else.
CREATE FUNCTION wavegate_refuse_import(p_import uuid, p_problem text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE "ImportBatch" b SET state = 'failed', problem = left(p_problem, 300), stage = '', version = version + 1
    WHERE b.id = p_import AND b.state IN ('uploaded', 'reading', 'importing') AND NOT EXISTS (
      SELECT 1 FROM "Membership" m JOIN "User" u ON u.id = m."userId"
      WHERE m."programId" = b."programId" AND m."userId" = coalesce(b."askedById", b."byId") AND u."disabledAt" IS NULL
        AND m.role IN ('platform_engineer', 'program_manager')
        AND (m."endsAt" IS NULL OR m."endsAt" > clock_timestamp()));
  RETURN FOUND;
END $$;

REVOKE EXECUTE ON FUNCTION wavegate_take_back_assessments(uuid), wavegate_refuse_import(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wavegate_take_back_assessments(uuid), wavegate_refuse_import(uuid, text) TO wavegate_app;
