-- Signing with care: who they are is proved again, deputies with dates, and what a signer last looked at.

-- CreateTable
CREATE TABLE "SignDelegation" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "gateId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "fromUserId" UUID NOT NULL,
    "toUserId" UUID NOT NULL,
    "startAt" TIMESTAMPTZ(3) NOT NULL,
    "endAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,
    "revokedReason" TEXT,

    CONSTRAINT "SignDelegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GateLook" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "gateId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "lastSnapshot" TEXT NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "baseSnapshot" TEXT,
    "baseAt" TIMESTAMPTZ(3),

    CONSTRAINT "GateLook_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "LoginSession" ADD COLUMN "steppedUpAt" TIMESTAMPTZ(3), ADD COLUMN "steppedUpBy" TEXT;
ALTER TABLE "GateSignOff" ADD COLUMN "onBehalfOfId" UUID, ADD COLUMN "delegationId" UUID, ADD COLUMN "provenBy" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "SignDelegation_programId_id_key" ON "SignDelegation"("programId", "id");
CREATE INDEX "SignDelegation_programId_gateId_idx" ON "SignDelegation"("programId", "gateId");
CREATE INDEX "SignDelegation_programId_toUserId_idx" ON "SignDelegation"("programId", "toUserId");
CREATE UNIQUE INDEX "GateLook_gateId_userId_key" ON "GateLook"("gateId", "userId");

-- AddForeignKey
ALTER TABLE "GateSignOff" ADD CONSTRAINT "GateSignOff_programId_delegationId_fkey" FOREIGN KEY ("programId", "delegationId") REFERENCES "SignDelegation"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SignDelegation" ADD CONSTRAINT "SignDelegation_programId_gateId_fkey" FOREIGN KEY ("programId", "gateId") REFERENCES "Gate"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SignDelegation" ADD CONSTRAINT "SignDelegation_programId_seatId_fkey" FOREIGN KEY ("programId", "seatId") REFERENCES "GateSeat"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "GateLook" ADD CONSTRAINT "GateLook_programId_gateId_fkey" FOREIGN KEY ("programId", "gateId") REFERENCES "Gate"("programId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- proof of the person, at most five minutes old
GRANT SELECT ("steppedUpAt", "steppedUpBy") ON "LoginSession" TO wavegate_app;
ALTER TABLE "LoginSession" ADD CONSTRAINT session_stepped_up CHECK (("steppedUpAt" IS NULL) = ("steppedUpBy" IS NULL)
  AND "steppedUpBy" IN ('password', 'demo'));

-- Notes that the person of a live session proved themselves again. A demo person has no password: only a session that came
-- through the demo's door takes the demo's word.
CREATE FUNCTION wavegate_step_up(p_session uuid, p_method text) RETURNS timestamptz
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE "LoginSession" s SET "steppedUpAt" = clock_timestamp(), "steppedUpBy" = p_method
  FROM "User" u
  WHERE s.id = p_session AND s."userId" = wavegate_user() AND u.id = s."userId" AND u."disabledAt" IS NULL
    AND s."endedAt" IS NULL AND s."expiresAt" > clock_timestamp()
    AND CASE p_method WHEN 'password' THEN u."passwordHash" IS NOT NULL
      WHEN 'demo' THEN s.method = 'demo' AND u."isDemo" ELSE false END
  RETURNING s."steppedUpAt"
$$;

-- How the acting person proved themselves in this session within the last five minutes; null when they did not.
CREATE FUNCTION wavegate_stepped_up(p_session uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s."steppedUpBy" FROM "LoginSession" s
  WHERE s.id = p_session AND s."userId" = wavegate_user() AND s."endedAt" IS NULL AND s."expiresAt" > clock_timestamp()
    AND s."steppedUpAt" > clock_timestamp() - interval '5 minutes'
$$;
REVOKE EXECUTE ON FUNCTION wavegate_step_up(uuid, text), wavegate_stepped_up(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wavegate_step_up(uuid, text), wavegate_stepped_up(uuid) TO wavegate_app;

-- ---------------------------------------------------------------- signing in somebody's stead
ALTER TABLE "SignDelegation"
  ADD CONSTRAINT delegation_order CHECK ("endAt" > "startAt" AND "endAt" > "createdAt"),
  ADD CONSTRAINT delegation_two_people CHECK ("fromUserId" <> "toUserId"),
  ADD CONSTRAINT delegation_revoked CHECK (("revokedAt" IS NULL) = ("revokedById" IS NULL)
    AND ("revokedAt" IS NULL) = ("revokedReason" IS NULL));
ALTER TABLE "GateSignOff"
  ADD CONSTRAINT sign_off_stead CHECK (("onBehalfOfId" IS NULL) = ("delegationId" IS NULL) AND "onBehalfOfId" <> "userId"),
  ADD CONSTRAINT sign_off_proven CHECK ("provenBy" IN ('password', 'demo'));

ALTER TABLE "SignDelegation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SignDelegation" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "SignDelegation" TO wavegate_app;
GRANT UPDATE ("revokedAt", "revokedById", "revokedReason") ON "SignDelegation" TO wavegate_app;
CREATE POLICY program_read ON "SignDelegation" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> 'partner');
CREATE POLICY program_insert ON "SignDelegation" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "fromUserId" = (SELECT wavegate_user()) AND "revokedAt" IS NULL
    AND (SELECT wavegate_role()) IN ('executive', 'platform_engineer', 'business_owner', 'program_manager'));
CREATE POLICY program_update ON "SignDelegation" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND "revokedAt" IS NULL
    AND ((SELECT wavegate_role()) = 'program_manager' OR ((SELECT wavegate_role()) IN ('executive', 'platform_engineer', 'business_owner')
      AND (SELECT wavegate_user()) IN ("fromUserId", "toUserId"))))
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "revokedById" = (SELECT wavegate_user()));
CREATE POLICY program_delete ON "SignDelegation" FOR DELETE TO wavegate_app USING (false);

-- A seat is lent by its holder, to a member who may sign and takes no other part in the gate, to one at a time.
CREATE FUNCTION wavegate_lend_seat() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
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
CREATE TRIGGER delegation_lend BEFORE INSERT ON "SignDelegation" FOR EACH ROW EXECUTE FUNCTION wavegate_lend_seat();

-- A named seat is signed by its holder, or by whom the holder lent it to, while it is lent; a proof that is named is there.
CREATE FUNCTION wavegate_sign_in_seat() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_holder uuid;
BEGIN
  SELECT s."userId" INTO v_holder FROM "GateSeat" s WHERE s.id = NEW."seatId" AND s."gateId" = NEW."gateId";
  IF NEW."onBehalfOfId" IS NULL AND v_holder <> NEW."userId" THEN
    RAISE EXCEPTION 'a named seat is signed by its holder' USING ERRCODE = 'WG001';
  END IF;
  IF NEW."onBehalfOfId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "SignDelegation" d
      WHERE d.id = NEW."delegationId" AND d."seatId" = NEW."seatId" AND d."toUserId" = NEW."userId"
        AND d."fromUserId" = NEW."onBehalfOfId" AND v_holder = d."fromUserId" AND d."revokedAt" IS NULL
        AND NEW."signedAt" >= d."startAt" AND NEW."signedAt" < d."endAt") THEN
    RAISE EXCEPTION 'nobody lent this seat at that instant' USING ERRCODE = 'WG001';
  END IF;
  IF NEW."provenBy" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "LoginSession" s WHERE s."userId" = NEW."userId"
      AND s."endedAt" IS NULL AND s."steppedUpBy" = NEW."provenBy" AND s."steppedUpAt" > clock_timestamp() - interval '5 minutes') THEN
    RAISE EXCEPTION 'no proof of the person is as fresh as that' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER gate_sign_off_seat BEFORE INSERT ON "GateSignOff" FOR EACH ROW EXECUTE FUNCTION wavegate_sign_in_seat();

-- As before, and whoever is signed for takes the duty of a signer with whoever signs: nobody attests what their deputy signs.
CREATE OR REPLACE FUNCTION wavegate_take_duty() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_gate uuid; v_duty "DutyKind"; v_seat uuid; v_people uuid[]; v_person uuid; v_held "GateDuty"%ROWTYPE;
BEGIN
  IF (NEW."programId" = wavegate_program() AND NEW."userId" = wavegate_user()
      AND wavegate_role() NOT IN ('none', 'partner', 'auditor')) IS NOT TRUE THEN
    RAISE EXCEPTION 'nobody signs or attests for somebody else' USING ERRCODE = '42501';
  END IF;
  v_people := ARRAY[NEW."userId"];
  IF TG_TABLE_NAME = 'GateSignOff' THEN
    v_gate := NEW."gateId"; v_duty := 'signer'; v_seat := NEW."seatId";
    IF NEW."onBehalfOfId" IS NOT NULL THEN v_people := v_people || NEW."onBehalfOfId"; END IF;
  ELSE
    SELECT c."gateId" INTO v_gate FROM "GateCriterion" c
      WHERE c.id = NEW."criterionId" AND c."programId" = NEW."programId";
    v_duty := 'attester';
  END IF;
  FOREACH v_person IN ARRAY v_people LOOP
    INSERT INTO "GateDuty" (id, "programId", "gateId", "userId", duty, "seatId", "createdAt")
      VALUES (gen_random_uuid(), NEW."programId", v_gate, v_person, v_duty, v_seat, clock_timestamp())
      ON CONFLICT ("gateId", "userId") DO NOTHING;
    SELECT * INTO v_held FROM "GateDuty" d WHERE d."gateId" = v_gate AND d."userId" = v_person;
    IF v_held.duty IS DISTINCT FROM v_duty OR v_held."seatId" IS DISTINCT FROM v_seat THEN
      RAISE EXCEPTION 'segregation of duties' USING ERRCODE = 'WG001';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

-- ---------------------------------------------------------------- what one saw last is one's own
ALTER TABLE "GateLook" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "GateLook" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "GateLook" TO wavegate_app;
GRANT UPDATE ("lastSnapshot", "lastAt", "baseSnapshot", "baseAt") ON "GateLook" TO wavegate_app;
CREATE POLICY program_read ON "GateLook" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND "userId" = (SELECT wavegate_user()));
CREATE POLICY program_insert ON "GateLook" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "userId" = (SELECT wavegate_user())
    AND (SELECT wavegate_role()) IN ('executive', 'platform_engineer', 'business_owner', 'program_manager'));
CREATE POLICY program_update ON "GateLook" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND "userId" = (SELECT wavegate_user())
    AND (SELECT wavegate_role()) IN ('executive', 'platform_engineer', 'business_owner', 'program_manager'))
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "userId" = (SELECT wavegate_user()));
CREATE POLICY program_delete ON "GateLook" FOR DELETE TO wavegate_app USING (false);
