-- What an attack on the decisions of a program found, kept by the database as well as by the product.

-- Nobody lends a seat whose role they do not have any more.
CREATE OR REPLACE FUNCTION wavegate_lend_seat() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW."programId" = wavegate_program() AND NEW."fromUserId" = wavegate_user()
      AND wavegate_role() IN ('executive', 'platform_engineer', 'business_owner', 'program_manager')) IS NOT TRUE THEN
    RAISE EXCEPTION 'nobody lends the seat of somebody else' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "GateSeat" s WHERE s.id = NEW."seatId" AND s."gateId" = NEW."gateId"
      AND s."programId" = NEW."programId" AND s."userId" = NEW."fromUserId" AND s.role::text = wavegate_role())
    OR NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = NEW."toUserId" AND m."programId" = NEW."programId"
      AND m.role IN ('executive', 'platform_engineer', 'business_owner', 'program_manager')
      AND (m."endsAt" IS NULL OR m."endsAt" > clock_timestamp()))
    OR EXISTS (SELECT 1 FROM "GateSeat" s WHERE s."gateId" = NEW."gateId" AND s."userId" = NEW."toUserId")
    OR EXISTS (SELECT 1 FROM "GateDuty" d WHERE d."gateId" = NEW."gateId"
      AND ((d."userId" = NEW."toUserId" AND (d.duty = 'attester' OR d."seatId" IS DISTINCT FROM NEW."seatId"))
        OR (d."userId" = NEW."fromUserId" AND d.duty = 'attester')))
    OR EXISTS (SELECT 1 FROM "SignDelegation" o WHERE o."gateId" = NEW."gateId" AND o."revokedAt" IS NULL
      AND o."startAt" < NEW."endAt" AND NEW."startAt" < o."endAt"
      AND (o."seatId" = NEW."seatId" OR o."toUserId" = NEW."toUserId")) THEN
    RAISE EXCEPTION 'segregation of duties' USING ERRCODE = 'WG001';
  END IF;
  RETURN NEW;
END $$;

-- As before, and: whoever is signed for is a member in the role of the seat at this very time, and a signature that is not
-- brought in from before is given while the seat is lent, whatever day it names.
CREATE OR REPLACE FUNCTION wavegate_sign_in_seat() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_holder uuid; v_role text;
BEGIN
  SELECT s."userId", s.role::text INTO v_holder, v_role FROM "GateSeat" s WHERE s.id = NEW."seatId" AND s."gateId" = NEW."gateId";
  IF NEW."onBehalfOfId" IS NULL AND v_holder <> NEW."userId" THEN
    RAISE EXCEPTION 'a named seat is signed by its holder' USING ERRCODE = 'WG001';
  END IF;
  IF NEW."onBehalfOfId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "SignDelegation" d
      JOIN "Membership" m ON m."userId" = d."fromUserId" AND m."programId" = d."programId" AND m.role::text = v_role
        AND (m."endsAt" IS NULL OR m."endsAt" > clock_timestamp())
      WHERE d.id = NEW."delegationId" AND d."seatId" = NEW."seatId" AND d."toUserId" = NEW."userId"
        AND d."fromUserId" = NEW."onBehalfOfId" AND v_holder = d."fromUserId" AND d."revokedAt" IS NULL
        AND NEW."signedAt" >= d."startAt" AND NEW."signedAt" < d."endAt"
        AND (NEW.backfilled OR (clock_timestamp() >= d."startAt" AND clock_timestamp() < d."endAt"))) THEN
    RAISE EXCEPTION 'nobody lent this seat at that instant' USING ERRCODE = 'WG001';
  END IF;
  IF NEW."provenBy" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "LoginSession" s WHERE s."userId" = NEW."userId"
      AND s."endedAt" IS NULL AND s."steppedUpBy" = NEW."provenBy" AND s."steppedUpAt" > clock_timestamp() - interval '5 minutes') THEN
    RAISE EXCEPTION 'no proof of the person is as fresh as that' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- A decision on a proposal bears the name of whoever is acting, and only who proposed takes back. The policies of two kinds of
-- people are joined by OR, so that what one lets be changed and what the other lets it become would go together.
CREATE OR REPLACE FUNCTION wavegate_acceptance_withdrawn() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD."withdrawnAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a proposal that was withdrawn stays as it is' USING ERRCODE = '42501';
  END IF;
  IF wavegate_user() IS NOT NULL
    AND ((OLD.decision IS NULL AND NEW.decision IS NOT NULL
        AND (NEW."decidedById" IS DISTINCT FROM wavegate_user() OR wavegate_role() <> 'executive'))
      OR (NEW."withdrawnAt" IS NOT NULL AND NEW."proposedById" IS DISTINCT FROM wavegate_user())) THEN
    RAISE EXCEPTION 'nobody decides or takes back in the name of somebody else' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- Scales and steps of appetite are written in one's own name.
DROP POLICY program_insert ON "RiskScale";
CREATE POLICY program_insert ON "RiskScale" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager'
    AND "publishedById" = (SELECT wavegate_user()));
DROP POLICY program_insert ON "RiskAppetite";
CREATE POLICY program_insert ON "RiskAppetite" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager'
    AND "changedById" = (SELECT wavegate_user()));

-- Nothing cuts over without a go/no-go gate.
ALTER TABLE "GateTemplate" ADD CONSTRAINT template_go_no_go CHECK (kind <> 'go_no_go' OR demanded);

-- As before, and: a score of a scale that is not in use any more is within no appetite. It is unknown in the list of workloads
-- as it is at gates; when a scale is published, every workload with an open risk is judged again.
CREATE POLICY standing_read ON "RiskScale" FOR SELECT TO CURRENT_USER USING (true);
CREATE OR REPLACE FUNCTION wavegate_work_out_standings(p_ids uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO "WorkloadStanding" AS s ("workloadId", "programId", "nameKey", words, kind, criticality, "tierId", "businessOwnerId",
    "technicalOwnerId", site, "runsAt", region, source, disposition, hosting, "cutoverPattern", wave, "rtoMinutes", "rtoFrom",
    "rpoMinutes", "rpoFrom", links, "openRisks", "aboveAppetite", unjudged, "nextDue", rank, weight)
  SELECT w.id, w."programId", w."nameKey",
    concat_ws(E'\n', w."nameKey", lower(w."businessService"), lower(w."externalId"),
      nullif(lower(array_to_string(w.tags, ' ')), ''), nullif(lower(w.description), '')),
    w.kind::text, w.criticality::text, w."tierId", w."businessOwnerId", w."technicalOwnerId", w.site, w."runsAt", w.region,
    w.source, w.disposition::text, w.hosting::text, w."cutoverPattern"::text, placed.number,
    g.rto, CASE WHEN own."rtoMinutes" IS NOT NULL THEN 'own' WHEN carried.rto IS NOT NULL THEN 'process'
      WHEN t."rtoMinutes" IS NOT NULL THEN 'tier' END,
    g.rpo, CASE WHEN own."rpoMinutes" IS NOT NULL THEN 'own' WHEN carried.rpo IS NOT NULL THEN 'process'
      WHEN t."rpoMinutes" IS NOT NULL THEN 'tier' END,
    o.links + i.links, k.open, k.above, k.unjudged, k.due,
    CASE WHEN k.above > 0 THEN 0
      WHEN w.criticality IS NULL OR w."tierId" IS NULL OR w."businessOwnerId" IS NULL OR g.rto IS NULL OR g.rpo IS NULL
        OR k.unjudged > 0 THEN 1
      ELSE 3 END,
    CASE w.criticality WHEN 'revenue' THEN 1 WHEN 'operational' THEN 2 WHEN 'support' THEN 3 ELSE 0 END
  FROM unnest(p_ids) AS due(id)
  JOIN "Workload" w ON w.id = due.id
  LEFT JOIN "Tier" t ON t.id = w."tierId"
  LEFT JOIN "RecoveryTarget" own ON own."programId" = w."programId" AND own."workloadId" = w.id
  CROSS JOIN LATERAL (SELECT min(p."rtoMinutes") AS rto, min(p."rpoMinutes") AS rpo
    FROM "ProcessWorkload" pw JOIN "BusinessProcess" p ON p.id = pw."processId"
    WHERE pw."programId" = w."programId" AND pw."workloadId" = w.id) carried
  CROSS JOIN LATERAL (SELECT coalesce(own."rtoMinutes", carried.rto, t."rtoMinutes") AS rto,
    coalesce(own."rpoMinutes", carried.rpo, t."rpoMinutes") AS rpo) g
  CROSS JOIN LATERAL (SELECT count(*)::int AS links FROM "Dependency" d
    WHERE d."programId" = w."programId" AND d."dependentId" = w.id) o
  CROSS JOIN LATERAL (SELECT count(*)::int AS links FROM "Dependency" d
    WHERE d."programId" = w."programId" AND d."neededId" = w.id) i
  CROSS JOIN LATERAL (SELECT min(v.number) AS number FROM "WaveWorkload" ww JOIN "Wave" v ON v.id = ww."waveId"
    WHERE ww."workloadId" = w.id) placed
  CROSS JOIN LATERAL (SELECT coalesce((SELECT k.version FROM "RiskScale" k WHERE k."programId" = w."programId"
    ORDER BY k.version DESC LIMIT 1), 1) AS version) inuse
  CROSS JOIN LATERAL (SELECT count(*)::int AS open,
      (count(*) FILTER (WHERE r."currentLikelihood" * r."currentImpact" > d.appetite))::int AS above,
      (count(*) FILTER (WHERE r."currentLikelihood" * r."currentImpact" * d.appetite IS NULL
        OR (r."currentLikelihood" * r."currentImpact" <= d.appetite AND r."currentScale" < inuse.version)))::int AS unjudged,
      min(r."dueOn") AS due
    FROM "RiskWorkload" rw JOIN "Risk" r ON r.id = rw."riskId" AND r.status::text = 'open'
    LEFT JOIN "RiskDomain" d ON d.id = r."domainId"
    WHERE rw."programId" = w."programId" AND rw."workloadId" = w.id) k
  ON CONFLICT ("workloadId") DO UPDATE SET ("nameKey", words, kind, criticality, "tierId", "businessOwnerId", "technicalOwnerId",
      site, "runsAt", region, source, disposition, hosting, "cutoverPattern", wave, "rtoMinutes", "rtoFrom", "rpoMinutes",
      "rpoFrom", links, "openRisks", "aboveAppetite", unjudged, "nextDue", rank, weight)
    = (EXCLUDED."nameKey", EXCLUDED.words, EXCLUDED.kind, EXCLUDED.criticality, EXCLUDED."tierId", EXCLUDED."businessOwnerId",
      EXCLUDED."technicalOwnerId", EXCLUDED.site, EXCLUDED."runsAt", EXCLUDED.region, EXCLUDED.source, EXCLUDED.disposition,
      EXCLUDED.hosting, EXCLUDED."cutoverPattern", EXCLUDED.wave, EXCLUDED."rtoMinutes", EXCLUDED."rtoFrom",
      EXCLUDED."rpoMinutes", EXCLUDED."rpoFrom", EXCLUDED.links, EXCLUDED."openRisks", EXCLUDED."aboveAppetite",
      EXCLUDED.unjudged, EXCLUDED."nextDue", EXCLUDED.rank, EXCLUDED.weight)
    WHERE s IS DISTINCT FROM EXCLUDED;
  DELETE FROM "WorkloadStanding" s WHERE s."workloadId" = ANY (p_ids)
    AND NOT EXISTS (SELECT 1 FROM "Workload" w WHERE w.id = s."workloadId");
END $$;

CREATE FUNCTION wavegate_standing_of_scale() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO "StandingDue" (tx, "programId", kind, id)
  SELECT pg_current_xact_id()::text::bigint, c."programId", 'risk', r.id FROM changed c JOIN "Risk" r ON r."programId" = c."programId"
    AND r.status = 'open'
  UNION SELECT pg_current_xact_id()::text::bigint, c."programId", 'program', c."programId" FROM changed c
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION wavegate_standing_of_scale() FROM PUBLIC;
CREATE TRIGGER standing_inserted AFTER INSERT ON "RiskScale" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION wavegate_standing_of_scale();
SELECT wavegate_work_out_standings(ARRAY(SELECT w.id FROM "Workload" w
  WHERE EXISTS (SELECT 1 FROM "RiskScale" k WHERE k."programId" = w."programId")));
