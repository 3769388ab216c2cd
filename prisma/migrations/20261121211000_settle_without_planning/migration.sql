-- Settling one workload at a COMMIT took four milliseconds, of which three went into planning the same statement again: with a list
-- of one, PostgreSQL takes a plan for that very list to be cheaper than the kept one, each time. Every part is found by an index,
-- one workload at a time, whatever the list holds, so the kept plan is as good for one as for ten thousand.
ALTER FUNCTION wavegate_work_out_standings(uuid[]) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION wavegate_settle_standings() SET plan_cache_mode = force_generic_plan;
