-- Settling cannot meet a plan that compares every row with every other, whatever the statistics say: what is noted is read once,
-- into one list for each kind, and every list is looked up by itself. Joined to each other with nothing but nested loops allowed,
-- ten thousand notes were compared with ten thousand workloads wherever the statistics had seen the table of notes empty.

-- As before; open risks are compared as text, which no index of risks offers: each risk is found by its id and no other way.
CREATE OR REPLACE FUNCTION wavegate_work_out_standings(p_ids uuid[]) RETURNS void
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

-- As before, with lists instead of joins.
CREATE OR REPLACE FUNCTION wavegate_settle_standings() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  v_ids uuid[]; v_tiers uuid[]; v_risks uuid[]; v_domains uuid[]; v_processes uuid[]; v_waves uuid[]; v_before int; v_after int;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'what the list of workloads rests on is written at read committed only' USING ERRCODE = '0A000';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW."programId"::text, 79));
  WITH due AS (DELETE FROM "StandingDue" d WHERE d.tx = NEW.tx AND d."programId" = NEW."programId" RETURNING d.kind, d.id)
  SELECT array_agg(id) FILTER (WHERE kind = 'workload'), array_agg(id) FILTER (WHERE kind = 'tier'),
    array_agg(id) FILTER (WHERE kind = 'risk'), array_agg(id) FILTER (WHERE kind = 'domain'),
    array_agg(id) FILTER (WHERE kind = 'process'), array_agg(id) FILTER (WHERE kind = 'wave')
    INTO v_ids, v_tiers, v_risks, v_domains, v_processes, v_waves FROM due;
  -- ARRAY(…) of nothing is empty, and a list that is null adds nothing.
  IF v_tiers IS NOT NULL THEN
    v_ids := v_ids || ARRAY(SELECT w.id FROM "Workload" w WHERE w."programId" = NEW."programId" AND w."tierId" = ANY (v_tiers));
  END IF;
  IF v_domains IS NOT NULL THEN
    v_risks := v_risks || ARRAY(SELECT r.id FROM "Risk" r WHERE r."programId" = NEW."programId" AND r."domainId" = ANY (v_domains));
  END IF;
  IF v_risks IS NOT NULL THEN
    v_ids := v_ids || ARRAY(SELECT rw."workloadId" FROM "RiskWorkload" rw WHERE rw."riskId" = ANY (v_risks));
  END IF;
  IF v_processes IS NOT NULL THEN
    v_ids := v_ids || ARRAY(SELECT pw."workloadId" FROM "ProcessWorkload" pw WHERE pw."processId" = ANY (v_processes));
  END IF;
  IF v_waves IS NOT NULL THEN
    v_ids := v_ids || ARRAY(SELECT ww."workloadId" FROM "WaveWorkload" ww
      WHERE ww."programId" = NEW."programId" AND ww."waveId" = ANY (v_waves));
  END IF;
  v_ids := ARRAY(SELECT DISTINCT id FROM unnest(v_ids) AS touched (id) ORDER BY id);
  IF cardinality(v_ids) = 0 THEN RETURN NULL; END IF;
  SELECT count(*) INTO v_before FROM "WorkloadStanding" s WHERE s."workloadId" = ANY (v_ids);
  PERFORM wavegate_work_out_standings(v_ids);
  SELECT count(*) INTO v_after FROM "WorkloadStanding" s WHERE s."workloadId" = ANY (v_ids);
  IF v_after <> v_before THEN
    INSERT INTO "StandingTally" AS t ("programId", workloads) VALUES (NEW."programId", v_after - v_before)
    ON CONFLICT ("programId") DO UPDATE SET workloads = t.workloads + EXCLUDED.workloads;
  END IF;
  RETURN NULL;
END $$;
