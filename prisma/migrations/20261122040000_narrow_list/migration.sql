-- A list that nobody asked for before reads its rows by these alone: what it finds, orders and cuts by stands in the index, and
-- only the fifty rows of its page are fetched. Each takes the place of one that began alike, so a change writes no more entries.
CREATE INDEX "WorkloadStanding_worst_idx" ON "WorkloadStanding"("programId", "rank", "weight", "nameKey", "nextDue", "workloadId");
DROP INDEX "WorkloadStanding_programId_rank_weight_nameKey_idx";

CREATE INDEX "WorkloadStanding_due_idx" ON "WorkloadStanding"("programId", "rank", "nextDue", "weight", "nameKey", "workloadId");
DROP INDEX "WorkloadStanding_programId_rank_nextDue_idx";

CREATE INDEX "WorkloadStanding_found_idx" ON "WorkloadStanding"("programId", "criticality", "site", "rank", "nextDue", "weight", "nameKey", "businessOwnerId", "workloadId");
DROP INDEX "WorkloadStanding_programId_criticality_site_idx";
