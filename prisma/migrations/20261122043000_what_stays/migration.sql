-- Whoever is taken in again begins anew: an address of the calendar from the time before works no more. While the membership
-- is over the address answers nobody anyway, so that the moment of coming back is the one that counts.
CREATE POLICY owner_revoke ON "CalendarFeed" FOR UPDATE TO CURRENT_USER USING (true) WITH CHECK ("revokedAt" IS NOT NULL);
CREATE FUNCTION wavegate_begin_anew() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE "CalendarFeed" SET "revokedAt" = clock_timestamp()
    WHERE "programId" = NEW."programId" AND "userId" = NEW."userId" AND "revokedAt" IS NULL;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION wavegate_begin_anew() FROM PUBLIC;
CREATE TRIGGER begin_anew AFTER UPDATE OF "endsAt" ON "Membership" FOR EACH ROW
  WHEN (OLD."endsAt" <= clock_timestamp() AND (NEW."endsAt" IS NULL OR NEW."endsAt" > clock_timestamp()))
  EXECUTE FUNCTION wavegate_begin_anew();

-- What a decision rests on stays as it is, for whoever writes with the product's login as well: nothing is attached to a gate
-- that was acted on, or taken off it, off a checklist item that is done or over, or off a drill that was withdrawn.
CREATE FUNCTION wavegate_evidence_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_use "EvidenceUse";
BEGIN
  v_use := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  IF wavegate_user() IS NULL THEN RETURN v_use; END IF;
  IF v_use."criterionId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "GateCriterion" c
      JOIN "Gate" g ON g.id = c."gateId" JOIN "Wave" w ON w.id = g."waveId"
      WHERE c.id = v_use."criterionId" AND g.attempt = w.attempt AND w.state::text = ANY (CASE g.kind::text
        WHEN 'readiness' THEN ARRAY['planned', 'preparing']
        WHEN 'rehearsal' THEN ARRAY['planned', 'preparing', 'rehearsing']
        WHEN 'cutover_complete' THEN ARRAY['planned', 'preparing', 'rehearsing', 'ready', 'cutting_over']
        WHEN 'hypercare_exit' THEN ARRAY['planned', 'preparing', 'rehearsing', 'ready', 'cutting_over', 'hypercare']
        ELSE ARRAY['planned', 'preparing', 'rehearsing', 'ready'] END)) THEN
    RAISE EXCEPTION 'what a gate rested on stays once it was acted on' USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'DELETE' AND ((v_use."itemId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "ChecklistItem" i JOIN "Wave" w ON w.id = i."waveId"
        WHERE i.id = v_use."itemId" AND i.state <> 'done' AND i.attempt = w.attempt AND w.state NOT IN ('closed', 'rolled_back', 'cancelled')))
      OR EXISTS (SELECT 1 FROM "Drill" d WHERE d.id = v_use."drillId" AND d."withdrawnAt" IS NOT NULL)) THEN
    RAISE EXCEPTION 'what was decided on this evidence keeps it' USING ERRCODE = '42501';
  END IF;
  RETURN v_use;
END $$;
CREATE TRIGGER evidence_stays BEFORE INSERT OR DELETE ON "EvidenceUse" FOR EACH ROW EXECUTE FUNCTION wavegate_evidence_stays();
