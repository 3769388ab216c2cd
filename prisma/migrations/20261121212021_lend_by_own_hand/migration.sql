-- A trigger speaks before the policy of the table does: whoever lends for somebody else is refused as such, whatever the row says.
CREATE OR REPLACE FUNCTION wavegate_lend_seat() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW."programId" = wavegate_program() AND NEW."fromUserId" = wavegate_user()
      AND wavegate_role() IN ('executive', 'platform_engineer', 'business_owner', 'program_manager')) IS NOT TRUE THEN
    RAISE EXCEPTION 'nobody lends the seat of somebody else' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "GateSeat" s WHERE s.id = NEW."seatId" AND s."gateId" = NEW."gateId"
      AND s."programId" = NEW."programId" AND s."userId" = NEW."fromUserId")
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
