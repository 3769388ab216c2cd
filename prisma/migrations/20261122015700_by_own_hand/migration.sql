-- Who added evidence, attached it, recorded or withdrew a drill is who did it, for whoever writes with the product's login as well.
CREATE POLICY own_hand ON "EvidenceRevision" AS RESTRICTIVE FOR INSERT TO wavegate_app
  WITH CHECK ("addedById" = (SELECT wavegate_user()));
CREATE POLICY own_hand ON "EvidenceUse" AS RESTRICTIVE FOR INSERT TO wavegate_app
  WITH CHECK ("attachedById" = (SELECT wavegate_user()));
CREATE POLICY own_hand ON "Drill" AS RESTRICTIVE FOR INSERT TO wavegate_app
  WITH CHECK ("recordedById" = (SELECT wavegate_user()) AND ("withdrawnById" IS NULL OR "withdrawnById" = (SELECT wavegate_user())));
-- A drill is withdrawn once, and stays so.
CREATE POLICY own_withdrawal ON "Drill" AS RESTRICTIVE FOR UPDATE TO wavegate_app
  USING ("withdrawnAt" IS NULL) WITH CHECK ("withdrawnById" = (SELECT wavegate_user()));

-- An acceptance is proposed, decided and revoked now or earlier, never ahead: one that is dated ahead would outlive a scale that
-- is published meanwhile. Clocks of two machines may differ by some minutes.
CREATE FUNCTION wavegate_acceptance_time() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF wavegate_user() IS NOT NULL AND (greatest(NEW."proposedAt", NEW."decidedAt", NEW."revokedAt", NEW."withdrawnAt") > clock_timestamp() + interval '5 minutes'
    OR NEW."decidedAt" < NEW."proposedAt" OR NEW."revokedAt" < NEW."decidedAt") THEN
    RAISE EXCEPTION 'nothing is decided ahead of its time' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER acceptance_time BEFORE INSERT OR UPDATE ON "RiskAcceptance" FOR EACH ROW
  EXECUTE FUNCTION wavegate_acceptance_time();

-- One calendar address a person and program: of two that were made at once, one would be known to nobody and work on.
ALTER TABLE "CalendarFeed" NO FORCE ROW LEVEL SECURITY;
UPDATE "CalendarFeed" f SET "revokedAt" = now() WHERE f."revokedAt" IS NULL AND EXISTS (SELECT 1 FROM "CalendarFeed" n
  WHERE n."programId" = f."programId" AND n."userId" = f."userId" AND n."revokedAt" IS NULL
    AND (n."createdAt", n.id) > (f."createdAt", f.id));
ALTER TABLE "CalendarFeed" FORCE ROW LEVEL SECURITY;
CREATE UNIQUE INDEX "CalendarFeed_one_key" ON "CalendarFeed" ("programId", "userId") WHERE "revokedAt" IS NULL;
