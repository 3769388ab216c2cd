-- The list reads by its indexes alone where no row of a page has changed since it was last tidied: so it is tidied after few.
ALTER TABLE "WorkloadStanding" SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.05);
