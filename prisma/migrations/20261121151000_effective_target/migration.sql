-- The recovery targets that count, said once for every query: a workload's own number, else the strictest of the
-- business processes it carries, else its tier's; RTO and RPO each for itself. Null is unknown.
-- It reads as whoever asks, so that row-level security holds: a partner sees no numbers.
CREATE VIEW wavegate_effective_target WITH (security_invoker = true) AS
SELECT w."programId", w.id AS "workloadId",
  coalesce(own."rtoMinutes", carried.rto, tier."rtoMinutes") AS "rtoMinutes",
  CASE WHEN own."rtoMinutes" IS NOT NULL THEN 'own' WHEN carried.rto IS NOT NULL THEN 'process'
    WHEN tier."rtoMinutes" IS NOT NULL THEN 'tier' END AS "rtoFrom",
  coalesce(own."rpoMinutes", carried.rpo, tier."rpoMinutes") AS "rpoMinutes",
  CASE WHEN own."rpoMinutes" IS NOT NULL THEN 'own' WHEN carried.rpo IS NOT NULL THEN 'process'
    WHEN tier."rpoMinutes" IS NOT NULL THEN 'tier' END AS "rpoFrom",
  own."rtoMinutes" AS "ownRtoMinutes", own."rpoMinutes" AS "ownRpoMinutes",
  carried.rto AS "processRtoMinutes", carried.rpo AS "processRpoMinutes",
  tier."rtoMinutes" AS "tierRtoMinutes", tier."rpoMinutes" AS "tierRpoMinutes"
FROM "Workload" w
LEFT JOIN "RecoveryTarget" own ON own."workloadId" = w.id
LEFT JOIN "Tier" tier ON tier.id = w."tierId"
LEFT JOIN (
  SELECT pw."workloadId", min(p."rtoMinutes") AS rto, min(p."rpoMinutes") AS rpo
  FROM "ProcessWorkload" pw JOIN "BusinessProcess" p ON p.id = pw."processId"
  GROUP BY pw."workloadId"
) carried ON carried."workloadId" = w.id;

GRANT SELECT ON wavegate_effective_target TO wavegate_app;

-- Two names of one person become one: what refers to the one then refers to the other, and the one goes.
GRANT DELETE ON "Person" TO wavegate_app;
