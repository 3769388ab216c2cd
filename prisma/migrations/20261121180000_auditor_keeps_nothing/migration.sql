-- An auditor reads and changes nothing, not even a list of views: those that are shared are there to be read.
-- What an auditor kept before stays readable and can be taken away by nobody else; it holds filters, no facts.
DROP POLICY program_insert ON "SavedView";
DROP POLICY program_update ON "SavedView";
CREATE POLICY program_insert ON "SavedView" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "userId" = (SELECT wavegate_user())
    AND (SELECT wavegate_role()) NOT IN ('none', 'partner', 'auditor'));
CREATE POLICY program_update ON "SavedView" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND "userId" = (SELECT wavegate_user())
    AND (SELECT wavegate_role()) NOT IN ('none', 'partner', 'auditor'))
  WITH CHECK ("programId" = (SELECT wavegate_program()));
