-- The tables of the estate: row-level security, grants, checks and append-only rows, as for every table of a program.

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ExternalLink', 'GraphLayout', 'Asset', 'Site', 'WorkloadSite', 'BusinessProcess', 'ProcessWorkload',
    'WorkloadDuty', 'Measurement', 'Remediation', 'TenantClass', 'DataSource', 'Claim', 'FactQuestion', 'Comment',
    'ImportPart', 'ImportRow', 'ImportTouch', 'RememberedMapping', 'SavedView']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO wavegate_app', t);
    EXECUTE format('CREATE POLICY program_read ON %I FOR SELECT TO wavegate_app USING ("programId" = (SELECT wavegate_program())
      AND (SELECT wavegate_role()) <> ''partner'')', t);
    EXECUTE format('CREATE POLICY program_insert ON %I FOR INSERT TO wavegate_app WITH CHECK ("programId" = (SELECT wavegate_program())
      AND (SELECT wavegate_role()) NOT IN (''none'', ''partner'', ''auditor''))', t);
    EXECUTE format('CREATE POLICY program_update ON %I FOR UPDATE TO wavegate_app USING ("programId" = (SELECT wavegate_program())
      AND (SELECT wavegate_role()) NOT IN (''none'', ''partner'', ''auditor'')) WITH CHECK ("programId" = (SELECT wavegate_program()))', t);
    EXECUTE format('CREATE POLICY program_delete ON %I FOR DELETE TO wavegate_app USING ("programId" = (SELECT wavegate_program())
      AND (SELECT wavegate_role()) NOT IN (''none'', ''partner'', ''auditor''))', t);
  END LOOP;
END $$;

GRANT UPDATE ON "ExternalLink", "Asset", "Site", "WorkloadSite", "BusinessProcess", "WorkloadDuty", "Remediation", "TenantClass",
  "DataSource", "Claim", "FactQuestion", "RememberedMapping" TO wavegate_app;
GRANT UPDATE (body, "editedAt", "removedAt", version) ON "Comment" TO wavegate_app;
GRANT UPDATE (name, "nameKey", query, shared, version) ON "SavedView" TO wavegate_app;
GRANT DELETE ON "ExternalLink", "GraphLayout", "WorkloadSite", "ProcessWorkload", "WorkloadDuty", "TenantClass", "Claim", "SavedView",
  "ImportPart", "ImportRow", "ImportTouch" TO wavegate_app;
-- What an import created goes again when the import is undone.
GRANT DELETE ON "Workload", "Asset", "Risk", "FactQuestion" TO wavegate_app;

-- A saved view is its owner's; a shared one is read by all who read the program.
DROP POLICY program_read ON "SavedView";
DROP POLICY program_insert ON "SavedView";
DROP POLICY program_update ON "SavedView";
DROP POLICY program_delete ON "SavedView";
CREATE POLICY program_read ON "SavedView" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> 'partner'
    AND (shared OR "userId" = (SELECT wavegate_user())));
CREATE POLICY program_insert ON "SavedView" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "userId" = (SELECT wavegate_user())
    AND (SELECT wavegate_role()) NOT IN ('none', 'partner'));
CREATE POLICY program_update ON "SavedView" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND "userId" = (SELECT wavegate_user())
    AND (SELECT wavegate_role()) NOT IN ('none', 'partner'))
  WITH CHECK ("programId" = (SELECT wavegate_program()));
CREATE POLICY program_delete ON "SavedView" FOR DELETE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND "userId" = (SELECT wavegate_user())
    AND (SELECT wavegate_role()) NOT IN ('none', 'partner'));

-- One's own words: nobody writes or changes a comment for somebody else, and what was taken back stays so.
DROP POLICY program_insert ON "Comment";
DROP POLICY program_update ON "Comment";
CREATE POLICY program_insert ON "Comment" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "authorId" = (SELECT wavegate_user())
    AND (SELECT wavegate_role()) NOT IN ('none', 'partner', 'auditor'));
CREATE POLICY program_update ON "Comment" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND "authorId" = (SELECT wavegate_user()) AND "removedAt" IS NULL
    AND (SELECT wavegate_role()) NOT IN ('none', 'partner', 'auditor'))
  WITH CHECK ("programId" = (SELECT wavegate_program()));

ALTER TABLE "Claim" ADD CONSTRAINT claim_of_one CHECK (num_nonnulls("workloadId", "assetId") = 1);
ALTER TABLE "FactQuestion" ADD CONSTRAINT question_of_one CHECK (num_nonnulls("workloadId", "assetId") = 1);
ALTER TABLE "FactQuestion" ADD CONSTRAINT question_open_key CHECK ((state = 'open') = ("openKey" IS NOT NULL));
ALTER TABLE "FactQuestion" ADD CONSTRAINT question_answered CHECK (
  state <> 'answered' OR num_nulls("answeredAt", "answeredById", "chosenSource") = 0);
ALTER TABLE "DataSource" ADD CONSTRAINT data_source_trust CHECK (trust BETWEEN 1 AND 5);
ALTER TABLE "BusinessProcess" ADD CONSTRAINT process_minutes CHECK ("rtoMinutes" >= 0 AND "rpoMinutes" >= 0);
ALTER TABLE "BusinessProcess" ADD CONSTRAINT process_acknowledged CHECK (
  num_nulls("fallbackAcknowledgedAt", "fallbackAcknowledgedBy") IN (0, 2));
ALTER TABLE "Asset" ADD CONSTRAINT asset_counts CHECK (cores >= 0 AND "memoryMb" >= 0 AND "diskGb" >= 0);
ALTER TABLE "Workload" ADD CONSTRAINT workload_counts CHECK (
  users >= 0 AND "peakPerMinute" >= 0 AND "dataGb" >= 0 AND "growthPercent" >= -100);
ALTER TABLE "Site" ADD CONSTRAINT site_users CHECK (users >= 0);
ALTER TABLE "WorkloadSite" ADD CONSTRAINT workload_site_users CHECK (users >= 0);
ALTER TABLE "TenantClass" ADD CONSTRAINT tenant_class_counts CHECK (tenants >= 0 AND users >= 0);
