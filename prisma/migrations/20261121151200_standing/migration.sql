-- What the list of workloads finds, sorts and judges by, kept beside each workload. One writer: a trigger that runs once, when a
-- transaction commits. Words of enumerations are text here: comparing text is leakproof, so an index serves under row-level security.

CREATE TABLE "WorkloadStanding" (
    "workloadId" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "nameKey" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "kind" TEXT,
    "criticality" TEXT,
    "tierId" UUID,
    "businessOwnerId" UUID,
    "technicalOwnerId" UUID,
    "site" TEXT,
    "runsAt" TEXT,
    "region" TEXT,
    "source" TEXT,
    "disposition" TEXT,
    "hosting" TEXT,
    "cutoverPattern" TEXT,
    "wave" INTEGER,
    "rtoMinutes" INTEGER,
    "rtoFrom" TEXT,
    "rpoMinutes" INTEGER,
    "rpoFrom" TEXT,
    "links" INTEGER NOT NULL,
    "openRisks" INTEGER NOT NULL,
    "aboveAppetite" INTEGER NOT NULL,
    "unjudged" INTEGER NOT NULL,
    "nextDue" DATE,
    "rank" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "WorkloadStanding_pkey" PRIMARY KEY ("workloadId")
) WITH (fillfactor = 80);
CREATE INDEX "WorkloadStanding_programId_rank_weight_nameKey_idx" ON "WorkloadStanding"("programId", "rank", "weight", "nameKey");
CREATE INDEX "WorkloadStanding_programId_rank_nextDue_idx" ON "WorkloadStanding"("programId", "rank", "nextDue");
CREATE INDEX "WorkloadStanding_programId_nameKey_idx" ON "WorkloadStanding"("programId", "nameKey");
CREATE INDEX "WorkloadStanding_programId_criticality_site_idx" ON "WorkloadStanding"("programId", "criticality", "site");
CREATE INDEX "WorkloadStanding_programId_businessOwnerId_idx" ON "WorkloadStanding"("programId", "businessOwnerId");
CREATE INDEX "WorkloadStanding_programId_wave_idx" ON "WorkloadStanding"("programId", "wave");

-- Rows live here only inside the transaction that writes them.
CREATE TABLE "StandingDue" (
    "tx" BIGINT NOT NULL,
    "programId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "StandingDue_pkey" PRIMARY KEY ("tx","programId","kind","id")
);

-- ---------------------------------------------------------------- who sees and who writes
-- The web login reads standings of its program, partners none; it writes neither table. The functions below run as the owner.
ALTER TABLE "WorkloadStanding" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "WorkloadStanding" FORCE ROW LEVEL SECURITY;
ALTER TABLE "StandingDue" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "StandingDue" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "WorkloadStanding" TO wavegate_app;
-- One comparison a row; for a partner, or without an actor, it compares with nothing.
CREATE POLICY program_read ON "WorkloadStanding" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT CASE WHEN wavegate_role() NOT IN ('none', 'partner') THEN wavegate_program() END));
CREATE POLICY owner_all ON "WorkloadStanding" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON "StandingDue" TO CURRENT_USER USING (true) WITH CHECK (true);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Workload', 'Tier', 'RecoveryTarget', 'Risk', 'RiskWorkload', 'RiskDomain', 'Dependency',
    'BusinessProcess', 'ProcessWorkload', 'Wave', 'WaveWorkload'] LOOP
    EXECUTE format('CREATE POLICY standing_read ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- the judgement itself
-- Works out the standings of these workloads from what is recorded now, and writes those that differ. Each part is found by an
-- index, one workload at a time: a plan made while a table was empty must not be kept for a full one.
CREATE FUNCTION wavegate_work_out_standings(p_ids uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
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
  CROSS JOIN LATERAL (SELECT count(*)::int AS open,
      (count(*) FILTER (WHERE r."currentLikelihood" * r."currentImpact" > d.appetite))::int AS above,
      (count(*) FILTER (WHERE r."currentLikelihood" * r."currentImpact" * d.appetite IS NULL))::int AS unjudged,
      min(r."dueOn") AS due
    FROM "RiskWorkload" rw JOIN "Risk" r ON r.id = rw."riskId" AND r.status = 'open'
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

-- ---------------------------------------------------------------- once a transaction, at its commit
-- Settling is in turn, one transaction of a program after the other, under a lock held for the commit alone. Whoever settles later
-- sees everything of whoever settled before (READ COMMITTED takes a new snapshot for every statement) and works out from scratch:
-- so two who touch the same workload, or one who touches a workload and one its tier, leave what is true.
CREATE FUNCTION wavegate_settle_standings() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE v_ids uuid[];
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'what the list of workloads rests on is written at read committed only' USING ERRCODE = '0A000';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW."programId"::text, 79));
  WITH due AS (DELETE FROM "StandingDue" d WHERE d.tx = NEW.tx AND d."programId" = NEW."programId" RETURNING d.kind, d.id),
  touched AS (
    SELECT id FROM due WHERE kind = 'workload'
    UNION SELECT w.id FROM due JOIN "Workload" w ON w."programId" = NEW."programId" AND w."tierId" = due.id WHERE due.kind = 'tier'
    UNION SELECT rw."workloadId" FROM due JOIN "RiskWorkload" rw ON rw."riskId" = due.id WHERE due.kind = 'risk'
    UNION SELECT rw."workloadId" FROM due JOIN "Risk" r ON r."programId" = NEW."programId" AND r."domainId" = due.id
      JOIN "RiskWorkload" rw ON rw."riskId" = r.id WHERE due.kind = 'domain'
    UNION SELECT pw."workloadId" FROM due JOIN "ProcessWorkload" pw ON pw."processId" = due.id WHERE due.kind = 'process'
    UNION SELECT ww."workloadId" FROM due JOIN "WaveWorkload" ww ON ww."programId" = NEW."programId" AND ww."waveId" = due.id
      WHERE due.kind = 'wave')
  SELECT array_agg(id) INTO v_ids FROM touched;
  IF v_ids IS NOT NULL THEN PERFORM wavegate_work_out_standings(v_ids); END IF;
  RETURN NULL;
END $$;

-- One row of kind "program" for each program a transaction touches: it alone asks for the settling.
CREATE CONSTRAINT TRIGGER standing_settle AFTER INSERT ON "StandingDue" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'program') EXECUTE FUNCTION wavegate_settle_standings();

-- ---------------------------------------------------------------- what is touched
CREATE FUNCTION wavegate_standing_of_subject() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO "StandingDue" (tx, "programId", kind, id)
  SELECT pg_current_xact_id()::text::bigint, c."programId", TG_ARGV[0], c.id FROM changed c
  UNION SELECT pg_current_xact_id()::text::bigint, c."programId", 'program', c."programId" FROM changed c
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE FUNCTION wavegate_standing_of_workload() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO "StandingDue" (tx, "programId", kind, id)
  SELECT pg_current_xact_id()::text::bigint, c."programId", 'workload', c."workloadId" FROM changed c
  UNION SELECT pg_current_xact_id()::text::bigint, c."programId", 'program', c."programId" FROM changed c
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE FUNCTION wavegate_standing_of_ends() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO "StandingDue" (tx, "programId", kind, id)
  SELECT pg_current_xact_id()::text::bigint, c."programId", 'workload', c."dependentId" FROM changed c
  UNION SELECT pg_current_xact_id()::text::bigint, c."programId", 'workload', c."neededId" FROM changed c
  UNION SELECT pg_current_xact_id()::text::bigint, c."programId", 'program', c."programId" FROM changed c
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

REVOKE EXECUTE ON FUNCTION wavegate_work_out_standings(uuid[]), wavegate_settle_standings(), wavegate_standing_of_subject(),
  wavegate_standing_of_workload(), wavegate_standing_of_ends() FROM PUBLIC;

DO $$
DECLARE t text; act text;
BEGIN
  FOR t, act IN SELECT * FROM (VALUES
    ('Workload', 'wavegate_standing_of_subject(''workload'')'), ('Tier', 'wavegate_standing_of_subject(''tier'')'),
    ('Risk', 'wavegate_standing_of_subject(''risk'')'), ('RiskDomain', 'wavegate_standing_of_subject(''domain'')'),
    ('BusinessProcess', 'wavegate_standing_of_subject(''process'')'), ('Wave', 'wavegate_standing_of_subject(''wave'')'),
    ('RecoveryTarget', 'wavegate_standing_of_workload()'), ('RiskWorkload', 'wavegate_standing_of_workload()'),
    ('ProcessWorkload', 'wavegate_standing_of_workload()'), ('WaveWorkload', 'wavegate_standing_of_workload()'),
    ('Dependency', 'wavegate_standing_of_ends()')) AS tables (name, rule)
  LOOP
    EXECUTE format('CREATE TRIGGER standing_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION %s', t, act);
    EXECUTE format('CREATE TRIGGER standing_updated AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION %s', t, act);
    EXECUTE format('CREATE TRIGGER standing_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION %s', t, act);
    -- Where an update may move a row from one workload to another, the one it left counts as well.
    IF act NOT LIKE '%subject%' THEN
      EXECUTE format('CREATE TRIGGER standing_left AFTER UPDATE ON %I REFERENCING OLD TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION %s', t, act);
    END IF;
  END LOOP;
END $$;

-- What is already there.
SELECT wavegate_work_out_standings(coalesce((SELECT array_agg(id) FROM "Workload"), '{}'));
