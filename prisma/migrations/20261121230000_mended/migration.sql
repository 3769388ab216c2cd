-- What an attack on the decisions of a program found, kept by the database as well as by the product.

-- Nobody lends a seat whose role they do not have any more.
CREATE OR REPLACE FUNCTION wavegate_lend_seat() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW."programId" = wavegate_program() AND NEW."fromUserId" = wavegate_user()
      AND wavegate_role() IN ('executive', 'platform_engineer', 'business_owner', 'program_manager')) IS NOT TRUE THEN
    RAISE EXCEPTION 'nobody lends the seat of somebody else' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "GateSeat" s WHERE s.id = NEW."seatId" AND s."gateId" = NEW."gateId"
      AND s."programId" = NEW."programId" AND s."userId" = NEW."fromUserId" AND s.role::text = wavegate_role())
    OR NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = NEW."toUserId" AND m."programId" = NEW."programId"
      AND m.role IN ('executive', 'platform_engineer', 'business_owner', 'program_manager')
      AND (m."endsAt" IS NULL OR m."endsAt" > clock_timestamp()))
    OR EXISTS (SELECT 1 FROM "GateSeat" s WHERE s."gateId" = NEW."gateId" AND s."userId" = NEW."toUserId")
    OR EXISTS (SELECT 1 FROM "GateDuty" d WHERE d."gateId" = NEW."gateId"
      AND ((d."userId" = NEW."toUserId" AND (d.duty = 'attester' OR d."seatId" IS DISTINCT FROM NEW."seatId"))
        OR (d."userId" = NEW."fromUserId" AND d.duty = 'attester')))
    OR EXISTS (SELECT 1 FROM "SignDelegation" o WHERE o."gateId" = NEW."gateId" AND o."revokedAt" IS NULL
      AND o."startAt" < NEW."endAt" AND NEW."startAt" < o."endAt"
      AND (o."seatId" = NEW."seatId" OR o."toUserId" = NEW."toUserId")) THEN
    RAISE EXCEPTION 'segregation of duties' USING ERRCODE = 'WG001';
  END IF;
  RETURN NEW;
END $$;

-- As before, and: whoever is signed for is a member in the role of the seat at this very time, and a signature that is not
-- brought in from before is given while the seat is lent, whatever day it names.
CREATE OR REPLACE FUNCTION wavegate_sign_in_seat() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_holder uuid; v_role text;
BEGIN
  SELECT s."userId", s.role::text INTO v_holder, v_role FROM "GateSeat" s WHERE s.id = NEW."seatId" AND s."gateId" = NEW."gateId";
  IF NEW."onBehalfOfId" IS NULL AND v_holder <> NEW."userId" THEN
    RAISE EXCEPTION 'a named seat is signed by its holder' USING ERRCODE = 'WG001';
  END IF;
  IF NEW."onBehalfOfId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "SignDelegation" d
      JOIN "Membership" m ON m."userId" = d."fromUserId" AND m."programId" = d."programId" AND m.role::text = v_role
        AND (m."endsAt" IS NULL OR m."endsAt" > clock_timestamp())
      WHERE d.id = NEW."delegationId" AND d."seatId" = NEW."seatId" AND d."toUserId" = NEW."userId"
        AND d."fromUserId" = NEW."onBehalfOfId" AND v_holder = d."fromUserId" AND d."revokedAt" IS NULL
        AND NEW."signedAt" >= d."startAt" AND NEW."signedAt" < d."endAt"
        AND (NEW.backfilled OR (clock_timestamp() >= d."startAt" AND clock_timestamp() < d."endAt"))) THEN
    RAISE EXCEPTION 'nobody lent this seat at that instant' USING ERRCODE = 'WG001';
  END IF;
  IF NEW."provenBy" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "LoginSession" s WHERE s."userId" = NEW."userId"
      AND s."endedAt" IS NULL AND s."steppedUpBy" = NEW."provenBy" AND s."steppedUpAt" > clock_timestamp() - interval '5 minutes') THEN
    RAISE EXCEPTION 'no proof of the person is as fresh as that' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- A decision on a proposal bears the name of whoever is acting, and only who proposed takes back. The policies of two kinds of
-- people are joined by OR, so that what one lets be changed and what the other lets it become would go together.
CREATE OR REPLACE FUNCTION wavegate_acceptance_withdrawn() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD."withdrawnAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a proposal that was withdrawn stays as it is' USING ERRCODE = '42501';
  END IF;
  IF wavegate_user() IS NOT NULL
    AND ((OLD.decision IS NULL AND NEW.decision IS NOT NULL
        AND (NEW."decidedById" IS DISTINCT FROM wavegate_user() OR wavegate_role() <> 'executive'))
      OR (NEW."withdrawnAt" IS NOT NULL AND NEW."proposedById" IS DISTINCT FROM wavegate_user())) THEN
    RAISE EXCEPTION 'nobody decides or takes back in the name of somebody else' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- Scales and steps of appetite are written in one's own name.
DROP POLICY program_insert ON "RiskScale";
CREATE POLICY program_insert ON "RiskScale" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager'
    AND "publishedById" = (SELECT wavegate_user()));
DROP POLICY program_insert ON "RiskAppetite";
CREATE POLICY program_insert ON "RiskAppetite" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager'
    AND "changedById" = (SELECT wavegate_user()));

-- Nothing cuts over without a go/no-go gate.
ALTER TABLE "GateTemplate" ADD CONSTRAINT template_go_no_go CHECK (kind <> 'go_no_go' OR demanded);
