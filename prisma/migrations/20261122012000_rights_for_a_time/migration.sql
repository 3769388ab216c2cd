-- Rights of another role for a limited time, with a reason.
CREATE TABLE "Elevation" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "reason" TEXT NOT NULL,
    "grantedById" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "Elevation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Elevation_programId_userId_endsAt_idx" ON "Elevation"("programId", "userId", "endsAt");
ALTER TABLE "Elevation" ADD CONSTRAINT "Elevation_programId_userId_fkey" FOREIGN KEY ("programId", "userId") REFERENCES "Membership"("programId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- For working rights alone, for three days at most, never by one's own hand.
ALTER TABLE "Elevation"
  ADD CONSTRAINT elevation_role CHECK (role IN ('platform_engineer', 'program_manager')),
  ADD CONSTRAINT elevation_time CHECK ("endsAt" > "startsAt" AND "endsAt" <= "startsAt" + interval '72 hours'),
  ADD CONSTRAINT elevation_two_people CHECK ("grantedById" <> "userId"),
  ADD CONSTRAINT elevation_reason CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT elevation_ended CHECK (("endedAt" IS NULL) = ("endedById" IS NULL) AND "endedAt" >= "startsAt");

ALTER TABLE "Elevation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Elevation" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "Elevation" TO wavegate_app;
GRANT UPDATE ("endedAt", "endedById") ON "Elevation" TO wavegate_app;
CREATE POLICY owner_all ON "Elevation" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY own_read ON "Elevation" FOR SELECT TO wavegate_app USING ("userId" = (SELECT wavegate_user()));
CREATE POLICY program_read ON "Elevation" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> 'partner');
CREATE POLICY program_insert ON "Elevation" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager'
    AND "grantedById" = (SELECT wavegate_user()) AND "endedAt" IS NULL);
CREATE POLICY program_update ON "Elevation" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND "endedAt" IS NULL
    AND ((SELECT wavegate_role()) = 'program_manager' OR "userId" = (SELECT wavegate_user())))
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "endedById" = (SELECT wavegate_user()));
CREATE POLICY program_delete ON "Elevation" FOR DELETE TO wavegate_app USING (false);

-- The role in which a person acts in a program now: the one given for a time, else that of the membership; null for nobody.
CREATE FUNCTION wavegate_role_now(p_user uuid, p_program uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT e.role::text FROM "Elevation" e
      WHERE e."programId" = m."programId" AND e."userId" = m."userId" AND e."endsAt" > clock_timestamp()
        AND e."startsAt" <= clock_timestamp() AND e."endedAt" IS NULL AND m.role NOT IN ('auditor', 'partner')
      ORDER BY e."startsAt" DESC LIMIT 1), m.role::text)
  FROM "Membership" m JOIN "User" u ON u.id = m."userId"
  WHERE m."userId" = p_user AND m."programId" = p_program AND u."disabledAt" IS NULL
    AND (m."endsAt" IS NULL OR m."endsAt" > clock_timestamp())
$$;
REVOKE EXECUTE ON FUNCTION wavegate_role_now(uuid, uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION wavegate_enter(p_user uuid, p_program uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_role text;
BEGIN
  SELECT coalesce((SELECT e.role::text FROM "Elevation" e
      WHERE e."programId" = m."programId" AND e."userId" = m."userId" AND e."endsAt" > clock_timestamp()
        AND e."startsAt" <= clock_timestamp() AND e."endedAt" IS NULL AND m.role NOT IN ('auditor', 'partner')
      ORDER BY e."startsAt" DESC LIMIT 1), m.role::text) INTO v_role
    FROM "Membership" m JOIN "User" u ON u.id = m."userId"
    WHERE m."userId" = p_user AND m."programId" = p_program AND u."disabledAt" IS NULL
      AND (m."endsAt" IS NULL OR m."endsAt" > clock_timestamp());
  PERFORM set_config('wavegate.user_id', CASE WHEN v_role IS NULL THEN '' ELSE p_user::text END, true),
          set_config('wavegate.program_id', CASE WHEN v_role IS NULL THEN '' ELSE p_program::text END, true),
          set_config('wavegate.role', coalesce(v_role, ''), true),
          set_config('wavegate.admin', '', true);
  RETURN v_role;
END $$;

-- A job whose asker has the right no more cannot act for anybody: this notes it, and nothing else.
CREATE OR REPLACE FUNCTION wavegate_refuse_import(p_import uuid, p_problem text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE "ImportBatch" b SET state = 'failed', problem = left(p_problem, 300), stage = '', version = version + 1
    WHERE b.id = p_import AND b.state IN ('uploaded', 'reading', 'importing')
      AND (wavegate_role_now(coalesce(b."askedById", b."byId"), b."programId") IN ('platform_engineer', 'program_manager')) IS NOT TRUE;
  RETURN FOUND;
END $$;

-- Who is a member in which role, who has rights for a time, and who signs: none of that is done with rights given for a time.
CREATE FUNCTION wavegate_standing_hand() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Elevation" e WHERE e."programId" = wavegate_program() AND e."userId" = wavegate_user()
      AND e."endedAt" IS NULL AND e."startsAt" <= clock_timestamp() AND e."endsAt" > clock_timestamp()) THEN
    RAISE EXCEPTION 'rights given for a time do not reach this' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION wavegate_standing_hand() FROM PUBLIC;
CREATE TRIGGER standing_hand BEFORE INSERT OR UPDATE ON "Membership" FOR EACH ROW EXECUTE FUNCTION wavegate_standing_hand();
CREATE TRIGGER standing_hand BEFORE INSERT ON "Elevation" FOR EACH ROW EXECUTE FUNCTION wavegate_standing_hand();
CREATE TRIGGER standing_hand BEFORE INSERT ON "GateSignOff" FOR EACH ROW EXECUTE FUNCTION wavegate_standing_hand();

-- One at a time, and not for whoever changes nothing (auditor) or sees what was granted alone (partner).
CREATE FUNCTION wavegate_one_elevation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM "Membership" m WHERE m."programId" = NEW."programId" AND m."userId" = NEW."userId"
    AND m.role NOT IN ('auditor', 'partner') AND m.role <> NEW.role FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'rights for a time go to a member of another working role' USING ERRCODE = '42501'; END IF;
  IF EXISTS (SELECT 1 FROM "Elevation" e WHERE e."programId" = NEW."programId" AND e."userId" = NEW."userId"
      AND e."startsAt" < NEW."endsAt" AND coalesce(e."endedAt", e."endsAt") > NEW."startsAt") THEN
    RAISE EXCEPTION 'one at a time' USING ERRCODE = '23505';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION wavegate_one_elevation() FROM PUBLIC;
CREATE TRIGGER one_elevation BEFORE INSERT ON "Elevation" FOR EACH ROW EXECUTE FUNCTION wavegate_one_elevation();
