-- A seat is lent for thirty days at most, and for the hour that clocks may be turned back within them. What was lent before stays.
ALTER TABLE "SignDelegation" ADD CONSTRAINT delegation_length
  CHECK (extract(epoch FROM "endAt" - "startAt") <= 30 * 86400 + 3600) NOT VALID;

-- Who proposes to accept a risk, and who accepts it, speaks of a score in the scale that the program uses then.
CREATE FUNCTION wavegate_acceptance_scale() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Risk" r JOIN "RiskScale" k ON k."programId" = r."programId" AND k.version > r."currentScale"
      WHERE r.id = NEW."riskId" AND r."programId" = NEW."programId") THEN
    RAISE EXCEPTION 'the score is of a scale that is not in use any more' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER acceptance_scale_proposed BEFORE INSERT ON "RiskAcceptance" FOR EACH ROW
  EXECUTE FUNCTION wavegate_acceptance_scale();
CREATE TRIGGER acceptance_scale_decided BEFORE UPDATE ON "RiskAcceptance" FOR EACH ROW
  WHEN (NEW.decision = 'accepted' AND OLD.decision IS NULL) EXECUTE FUNCTION wavegate_acceptance_scale();
