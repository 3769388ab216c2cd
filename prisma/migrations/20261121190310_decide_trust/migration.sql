-- Drills, claims, evidence, the calendar and acceptances: row-level security, grants and checks, as for every table of a program.

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('Drill', '''platform_engineer'', ''program_manager'''),
    ('RecoveryClaim', '''platform_engineer'', ''program_manager'''),
    ('Evidence', '''platform_engineer'', ''program_manager'', ''business_owner'''),
    ('EvidenceRevision', '''platform_engineer'', ''program_manager'', ''business_owner'''),
    ('EvidenceUse', '''platform_engineer'', ''program_manager'', ''business_owner'''),
    ('CalendarPeriod', '''platform_engineer'', ''program_manager'''),
    ('RiskAcceptance', '''platform_engineer'', ''program_manager''')
  ) AS one (name, writers)
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t.name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO wavegate_app', t.name);
    EXECUTE format('CREATE POLICY program_read ON %I FOR SELECT TO wavegate_app
      USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> ''partner'')', t.name);
    EXECUTE format('CREATE POLICY program_insert ON %I FOR INSERT TO wavegate_app
      WITH CHECK ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) IN (%s))', t.name, t.writers);
    CONTINUE WHEN t.name = 'RiskAcceptance';
    EXECUTE format('CREATE POLICY program_update ON %I FOR UPDATE TO wavegate_app
      USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) IN (%s))
      WITH CHECK ("programId" = (SELECT wavegate_program()))', t.name, t.writers);
    EXECUTE format('CREATE POLICY program_delete ON %I FOR DELETE TO wavegate_app
      USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) IN (%s))', t.name, t.writers);
  END LOOP;
END $$;

-- A drill is withdrawn, never changed; a revision of evidence is neither.
GRANT UPDATE ("withdrawnAt", "withdrawnById", "withdrawnReason") ON "Drill" TO wavegate_app;
GRANT UPDATE ("rtoMinutes", "rpoMinutes", basis, "statedOn", version, "updatedAt") ON "RecoveryClaim" TO wavegate_app;
GRANT DELETE ON "RecoveryClaim", "EvidenceUse" TO wavegate_app;
GRANT UPDATE (title, version) ON "Evidence" TO wavegate_app;
GRANT UPDATE ON "CalendarPeriod" TO wavegate_app;
GRANT UPDATE (decision, "decidedById", "decidedAt", comment, "revokedAt", "revokedById", "revokedReason", version)
  ON "RiskAcceptance" TO wavegate_app;

ALTER TABLE "Drill"
  ADD CONSTRAINT drill_order CHECK (("usableAt" IS NULL OR "usableAt" >= "declaredAt")
    AND ("lastGoodAt" IS NULL OR "lastGoodAt" <= "declaredAt") AND "declaredAt" <= "recordedAt"),
  ADD CONSTRAINT drill_withdrawn CHECK (("withdrawnAt" IS NULL) = ("withdrawnReason" IS NULL)
    AND ("withdrawnAt" IS NULL) = ("withdrawnById" IS NULL));
ALTER TABLE "RecoveryClaim"
  ADD CONSTRAINT claim_minutes CHECK ("rtoMinutes" BETWEEN 0 AND 5256000 AND "rpoMinutes" BETWEEN 0 AND 5256000),
  ADD CONSTRAINT claim_says_something CHECK ("rtoMinutes" IS NOT NULL OR "rpoMinutes" IS NOT NULL);
ALTER TABLE "EvidenceRevision"
  ADD CONSTRAINT revision_kind CHECK (CASE kind
    WHEN 'file' THEN sha256 IS NOT NULL AND bytes > 0 AND "fileName" IS NOT NULL AND "mediaType" IS NOT NULL AND url IS NULL
    ELSE url IS NOT NULL AND sha256 IS NULL AND bytes IS NULL AND "fileName" IS NULL END);
ALTER TABLE "EvidenceUse"
  ADD CONSTRAINT use_of_one CHECK (num_nonnulls("drillId", "riskId", "criterionId") = 1);
ALTER TABLE "CalendarPeriod"
  ADD CONSTRAINT period_order CHECK ("endAt" > "startAt"),
  ADD CONSTRAINT period_scope CHECK (num_nonnulls("siteId", "workloadId") <= 1),
  ADD CONSTRAINT period_ended CHECK (("endedAt" IS NULL) = ("endedReason" IS NULL)),
  ADD CONSTRAINT period_source CHECK (("source" IS NULL) = ("externalId" IS NULL));

-- Nobody decides what they proposed; a proposal is made undecided, and executives decide and revoke.
ALTER TABLE "RiskAcceptance"
  ADD CONSTRAINT acceptance_two_people CHECK ("decidedById" <> "proposedById"),
  ADD CONSTRAINT acceptance_decided CHECK ((decision IS NULL) = ("decidedById" IS NULL)
    AND (decision IS NULL) = ("decidedAt" IS NULL)),
  ADD CONSTRAINT acceptance_revoked CHECK (("revokedAt" IS NULL) = ("revokedById" IS NULL)
    AND ("revokedAt" IS NULL) = ("revokedReason" IS NULL) AND ("revokedAt" IS NULL OR decision = 'accepted')),
  ADD CONSTRAINT acceptance_ends CHECK ("expiresAt" > "proposedAt" AND ("decidedAt" IS NULL OR "expiresAt" > "decidedAt")),
  ADD CONSTRAINT acceptance_score CHECK ("upToScore" BETWEEN 1 AND 25);
DROP POLICY program_insert ON "RiskAcceptance";
CREATE POLICY program_insert ON "RiskAcceptance" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "proposedById" = (SELECT wavegate_user()) AND decision IS NULL
    AND (SELECT wavegate_role()) IN ('platform_engineer', 'program_manager'));
CREATE POLICY program_update ON "RiskAcceptance" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'executive')
  WITH CHECK ("programId" = (SELECT wavegate_program())
    AND ("revokedById" = (SELECT wavegate_user()) OR ("decidedById" = (SELECT wavegate_user())
      AND NOT EXISTS (SELECT 1 FROM "Risk" r JOIN "Person" p ON p.id = r."ownerId"
        WHERE r.id = "RiskAcceptance"."riskId" AND p."userId" = (SELECT wavegate_user())))));

-- What was decided stays decided, and what was revoked stays revoked.
CREATE FUNCTION wavegate_acceptance_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF (OLD.decision IS NOT NULL AND (NEW.decision, NEW."decidedById", NEW."decidedAt", NEW.comment)
      IS DISTINCT FROM (OLD.decision, OLD."decidedById", OLD."decidedAt", OLD.comment))
    OR (OLD."revokedAt" IS NOT NULL AND (NEW."revokedAt", NEW."revokedById", NEW."revokedReason")
      IS DISTINCT FROM (OLD."revokedAt", OLD."revokedById", OLD."revokedReason")) THEN
    RAISE EXCEPTION 'an acceptance is decided once and revoked once' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER acceptance_step BEFORE UPDATE ON "RiskAcceptance" FOR EACH ROW EXECUTE FUNCTION wavegate_acceptance_step();

-- A feed belongs to one person. Nobody reads its digest back; it is only compared, by a function of its own.
ALTER TABLE "CalendarFeed" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CalendarFeed" FORCE ROW LEVEL SECURITY;
GRANT SELECT (id, "programId", "userId", "createdAt", "revokedAt"), INSERT ON "CalendarFeed" TO wavegate_app;
GRANT UPDATE ("revokedAt") ON "CalendarFeed" TO wavegate_app;
CREATE POLICY program_read ON "CalendarFeed" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> 'partner');
CREATE POLICY program_insert ON "CalendarFeed" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "userId" = (SELECT wavegate_user())
    AND (SELECT wavegate_role()) NOT IN ('none', 'partner'));
CREATE POLICY program_update ON "CalendarFeed" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND "userId" = (SELECT wavegate_user()))
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "userId" = (SELECT wavegate_user()));
CREATE POLICY program_delete ON "CalendarFeed" FOR DELETE TO wavegate_app USING (false);
CREATE POLICY program_delete ON "RiskAcceptance" FOR DELETE TO wavegate_app USING (false);
ALTER TABLE "WindowException"
  ADD CONSTRAINT exception_freeze CHECK (num_nonnulls("periodId", "freezeStartAt", "freezeEndAt") IN (0, 3));

-- Whose feed an address is: the digest of its token is compared here, as the owner; whoever left the program has none.
CREATE POLICY owner_read ON "CalendarFeed" FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION wavegate_calendar_feed(p_digest text) RETURNS TABLE (user_id uuid, program_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT f."userId", f."programId" FROM "CalendarFeed" f
    JOIN "User" u ON u.id = f."userId" AND u."disabledAt" IS NULL
    JOIN "Membership" m ON m."userId" = f."userId" AND m."programId" = f."programId"
      AND (m."endsAt" IS NULL OR m."endsAt" > clock_timestamp())
  WHERE f.digest = p_digest AND f."revokedAt" IS NULL
$$;
REVOKE EXECUTE ON FUNCTION wavegate_calendar_feed(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wavegate_calendar_feed(text) TO wavegate_app;

-- Which of the files of a program a revision names: asked of digests that lie on disk already, when files without a row are cleared.
CREATE POLICY owner_read ON "EvidenceRevision" FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION wavegate_evidence_kept(p_program uuid, p_digests text[]) RETURNS TABLE (sha256 text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT r.sha256::text FROM "EvidenceRevision" r WHERE r."programId" = p_program AND r.sha256 = ANY (p_digests)
$$;
REVOKE EXECUTE ON FUNCTION wavegate_evidence_kept(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wavegate_evidence_kept(uuid, text[]) TO wavegate_app;
