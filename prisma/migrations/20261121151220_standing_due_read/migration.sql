-- What a transaction has touched may be read by members of its program, as every table of a program; outside of that transaction it
-- is empty.
GRANT SELECT ON "StandingDue" TO wavegate_app;
CREATE POLICY program_read ON "StandingDue" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT CASE WHEN wavegate_role() NOT IN ('none', 'partner') THEN wavegate_program() END));
