-- After a large import PostgreSQL plans for tables of the size they had before, until it looks again by itself within minutes: the
-- first reader of a page that joins them would wait for a plan made for nothing. Whoever imports has it look at once. A table at
-- which somebody looks already is passed over; the answer is whether anything was done.
CREATE FUNCTION wavegate_count_anew() RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF wavegate_role() NOT IN ('program_manager', 'platform_engineer') THEN RETURN false; END IF;
  ANALYZE (SKIP_LOCKED) "Workload", "WorkloadStanding", "Dependency", "Asset", "WorkloadSite", "Site", "Person", "WaveWorkload",
    "Risk", "RiskWorkload", "RecoveryTarget", "RecoveryClaim", "Claim", "FactQuestion", "ExternalLink";
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION wavegate_count_anew() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wavegate_count_anew() TO wavegate_app;
