-- How many workloads a program has, kept where the standings are settled: the list says "12 of 10,000" on every answer, and
-- counting them is most of the work of an answer.

CREATE TABLE "StandingTally" (
    "programId" UUID NOT NULL,
    "workloads" INTEGER NOT NULL,

    CONSTRAINT "StandingTally_pkey" PRIMARY KEY ("programId")
);

ALTER TABLE "StandingTally" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "StandingTally" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "StandingTally" TO wavegate_app;
CREATE POLICY program_read ON "StandingTally" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT CASE WHEN wavegate_role() NOT IN ('none', 'partner') THEN wavegate_program() END));
CREATE POLICY owner_all ON "StandingTally" TO CURRENT_USER USING (true) WITH CHECK (true);

INSERT INTO "StandingTally" ("programId", workloads)
SELECT "programId", count(*)::int FROM "WorkloadStanding" GROUP BY "programId";

-- As before, and the tally moves by as many standings as came or went. Settling is in turn, so no two add at once.
CREATE OR REPLACE FUNCTION wavegate_settle_standings() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE v_ids uuid[]; v_before int; v_after int;
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
  IF v_ids IS NULL THEN RETURN NULL; END IF;
  SELECT count(*) INTO v_before FROM unnest(v_ids) AS due(id) JOIN "WorkloadStanding" s ON s."workloadId" = due.id;
  PERFORM wavegate_work_out_standings(v_ids);
  SELECT count(*) INTO v_after FROM unnest(v_ids) AS due(id) JOIN "WorkloadStanding" s ON s."workloadId" = due.id;
  IF v_after <> v_before THEN
    INSERT INTO "StandingTally" AS t ("programId", workloads) VALUES (NEW."programId", v_after - v_before)
    ON CONFLICT ("programId") DO UPDATE SET workloads = t.workloads + EXCLUDED.workloads;
  END IF;
  RETURN NULL;
END $$;
