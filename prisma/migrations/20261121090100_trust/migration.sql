-- What the schema files cannot say: the group role of the web login, row-level security, grants, checks,
-- append-only tables, duties, and the functions that set the actor and append to the audit chain.

DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'wavegate_app') THEN
    CREATE ROLE wavegate_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO wavegate_app;

-- ---------------------------------------------------------------- who is acting, as settings of one transaction
CREATE FUNCTION wavegate_user() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('wavegate.user_id', true), '')::uuid $$;
CREATE FUNCTION wavegate_program() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('wavegate.program_id', true), '')::uuid $$;
CREATE FUNCTION wavegate_role() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('wavegate.role', true), ''), 'none') $$;
CREATE FUNCTION wavegate_is_admin() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT current_setting('wavegate.admin', true) = '1' $$;

-- Enters a program as a member, or nothing: sets the actor for this transaction and answers the role, null if none.
CREATE FUNCTION wavegate_enter(p_user uuid, p_program uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_role text;
BEGIN
  SELECT m.role::text INTO v_role FROM "Membership" m JOIN "User" u ON u.id = m."userId"
    WHERE m."userId" = p_user AND m."programId" = p_program AND u."disabledAt" IS NULL
      AND (m."endsAt" IS NULL OR m."endsAt" > clock_timestamp());
  PERFORM set_config('wavegate.user_id', CASE WHEN v_role IS NULL THEN '' ELSE p_user::text END, true),
          set_config('wavegate.program_id', CASE WHEN v_role IS NULL THEN '' ELSE p_program::text END, true),
          set_config('wavegate.role', coalesce(v_role, ''), true),
          set_config('wavegate.admin', '', true);
  RETURN v_role;
END $$;

-- Enters as a person alone: own sessions, own memberships, the programs one is in; the instance if administrator.
CREATE FUNCTION wavegate_enter_self(p_user uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_admin boolean;
BEGIN
  SELECT u."isInstanceAdmin" INTO v_admin FROM "User" u WHERE u.id = p_user AND u."disabledAt" IS NULL;
  PERFORM set_config('wavegate.user_id', CASE WHEN v_admin IS NULL THEN '' ELSE p_user::text END, true),
          set_config('wavegate.program_id', '', true), set_config('wavegate.role', '', true),
          set_config('wavegate.admin', CASE WHEN v_admin THEN '1' ELSE '' END, true);
  RETURN v_admin;
END $$;

-- One statement for hot reads: checks the login session, resolves the membership, sets the actor.
CREATE FUNCTION wavegate_act(p_session uuid, p_slug text, p_idle_minutes int)
RETURNS TABLE (user_id uuid, program_id uuid, role text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  SELECT s."userId" INTO user_id FROM "LoginSession" s JOIN "User" u ON u.id = s."userId"
    WHERE s.id = p_session AND s."endedAt" IS NULL AND s."expiresAt" > clock_timestamp()
      AND s."lastSeenAt" > clock_timestamp() - make_interval(mins => p_idle_minutes) AND u."disabledAt" IS NULL;
  SELECT p.id INTO program_id FROM "Program" p WHERE p.slug = p_slug;
  role := wavegate_enter(user_id, program_id);
  IF role IS NULL THEN program_id := NULL; END IF;
  RETURN NEXT;
END $$;

-- The login session of a request; also notes that it was seen, at most once a minute.
CREATE FUNCTION wavegate_session(p_session uuid, p_idle_minutes int)
RETURNS TABLE (session_id uuid, user_id uuid, email text, name text, zone text, is_admin boolean, is_demo boolean, method text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT s.id, u.id, u.email, u.name, u.zone, u."isInstanceAdmin", u."isDemo", s.method
    FROM "LoginSession" s JOIN "User" u ON u.id = s."userId"
    WHERE s.id = p_session AND s."endedAt" IS NULL AND s."expiresAt" > clock_timestamp()
      AND s."lastSeenAt" > clock_timestamp() - make_interval(mins => p_idle_minutes) AND u."disabledAt" IS NULL;
  UPDATE "LoginSession" s SET "lastSeenAt" = clock_timestamp()
    WHERE s.id = p_session AND s."endedAt" IS NULL AND s."expiresAt" > clock_timestamp()
      AND s."lastSeenAt" > clock_timestamp() - make_interval(mins => p_idle_minutes)
      AND s."lastSeenAt" < clock_timestamp() - interval '1 minute';
END $$;

CREATE FUNCTION wavegate_sign_in_lookup(p_email text)
RETURNS TABLE (user_id uuid, password_hash text, email text, name text, zone text, is_admin boolean, is_demo boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.id, u."passwordHash", u.email, u.name, u.zone, u."isInstanceAdmin", u."isDemo" FROM "User" u
  WHERE u.email = lower(p_email) AND u."disabledAt" IS NULL
$$;

-- A session for oneself: the person must have been entered first.
CREATE FUNCTION wavegate_open_session(p_user uuid, p_method text, p_address text, p_agent text, p_hours int) RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO "LoginSession" (id, "userId", "createdAt", "lastSeenAt", "expiresAt", method, address, agent)
  SELECT gen_random_uuid(), p_user, clock_timestamp(), clock_timestamp(),
         clock_timestamp() + make_interval(hours => p_hours), p_method, left(p_address, 64), left(p_agent, 300)
  WHERE p_user = wavegate_user()
  RETURNING id
$$;

-- The account of an address, for those who may add members: the rest of the accounts stays unseen.
CREATE FUNCTION wavegate_find_account(p_email text) RETURNS TABLE (user_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.id, u.name FROM "User" u WHERE u.email = lower(p_email)
    AND (coalesce(wavegate_is_admin(), false) OR wavegate_role() = 'program_manager')
$$;

-- An instance administrator enters a program exactly while it has no history: to found it.
CREATE FUNCTION wavegate_enter_founding(p_program uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT coalesce(wavegate_is_admin(), false) OR EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."chainId" = p_program)
    OR NOT EXISTS (SELECT 1 FROM "Program" p WHERE p.id = p_program) THEN RETURN false; END IF;
  PERFORM set_config('wavegate.program_id', p_program::text, true), set_config('wavegate.role', 'program_manager', true);
  RETURN true;
END $$;

-- A new password for oneself, or by an instance administrator.
CREATE FUNCTION wavegate_set_password(p_user uuid, p_hash text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF wavegate_user() IS DISTINCT FROM p_user AND NOT coalesce(wavegate_is_admin(), false) THEN RETURN false; END IF;
  UPDATE "User" SET "passwordHash" = p_hash WHERE id = p_user;
  RETURN FOUND;
END $$;

CREATE FUNCTION wavegate_applied_migrations() RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT m.migration_name::text FROM "_prisma_migrations" m
    WHERE m.finished_at IS NOT NULL AND m.rolled_back_at IS NULL ORDER BY 1;
END $$;

-- ---------------------------------------------------------------- the audit chain
-- Appends events (canonical JSON texts) to a chain: hash = sha256 of
-- {"body":<event>,"chain":"…","prev":"…","recordedAt":"…","seq":n}, keys in order, no blanks.
CREATE FUNCTION wavegate_audit_append(p_chain uuid, p_bodies text[])
RETURNS TABLE (seq bigint, hash text, recorded_at text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_body text; v_json jsonb; v_seq bigint; v_prev text; v_last timestamptz; v_at timestamptz(3); v_text text; v_hash text;
BEGIN
  -- Fails closed: without an actor the comparison is null, which is not true.
  IF (p_chain = wavegate_program() OR (p_chain = '00000000-0000-0000-0000-000000000000'::uuid
      AND wavegate_user() IS NOT NULL)) IS NOT TRUE THEN
    RAISE EXCEPTION 'no actor for this audit chain' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(p_chain::text, 77));
  SELECT e.seq, e.hash, e."recordedAt" INTO v_seq, v_prev, v_last FROM "AuditEvent" e
    WHERE e."chainId" = p_chain ORDER BY e.seq DESC LIMIT 1;
  v_seq := coalesce(v_seq, 0); v_prev := coalesce(v_prev, repeat('0', 64));
  v_at := greatest(clock_timestamp(), coalesce(v_last, '-infinity'::timestamptz));
  recorded_at := to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  FOREACH v_body IN ARRAY p_bodies LOOP
    v_seq := v_seq + 1;
    v_json := v_body::jsonb;
    v_text := '{"body":' || v_body || ',"chain":"' || p_chain || '","prev":"' || v_prev
      || '","recordedAt":"' || recorded_at || '","seq":' || v_seq || '}';
    v_hash := encode(sha256(convert_to(v_text, 'UTF8')), 'hex');
    INSERT INTO "AuditEvent" ("chainId", seq, "recordedAt", "occurredAt", action, "actorId", "subjectType", "subjectId", body, "prevHash", hash)
    VALUES (p_chain, v_seq, v_at, (v_json->>'occurredAt')::timestamptz, v_json->>'action', (v_json->'actor'->>'id')::uuid,
            v_json->'subject'->>'type', v_json->'subject'->>'id', v_body, v_prev, v_hash);
    v_prev := v_hash; seq := v_seq; hash := v_hash;
    RETURN NEXT;
  END LOOP;
END $$;

CREATE FUNCTION wavegate_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = '42501';
END $$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION wavegate_refuse_change();
CREATE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditCheckpoint"
  FOR EACH STATEMENT EXECUTE FUNCTION wavegate_refuse_change();

-- ---------------------------------------------------------------- duties at a gate
-- Whoever attests cannot sign, whoever signs cannot attest, and a signer has one seat: kept by the database.
CREATE FUNCTION wavegate_take_duty() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_gate uuid; v_duty "DutyKind"; v_seat uuid; v_held "GateDuty"%ROWTYPE;
BEGIN
  IF TG_TABLE_NAME = 'GateSignOff' THEN
    v_gate := NEW."gateId"; v_duty := 'signer'; v_seat := NEW."seatId";
  ELSE
    SELECT c."gateId" INTO v_gate FROM "GateCriterion" c WHERE c.id = NEW."criterionId";
    v_duty := 'attester';
  END IF;
  INSERT INTO "GateDuty" (id, "programId", "gateId", "userId", duty, "seatId", "createdAt")
    VALUES (gen_random_uuid(), NEW."programId", v_gate, NEW."userId", v_duty, v_seat, clock_timestamp())
    ON CONFLICT ("gateId", "userId") DO NOTHING;
  SELECT * INTO v_held FROM "GateDuty" d WHERE d."gateId" = v_gate AND d."userId" = NEW."userId";
  IF v_held.duty IS DISTINCT FROM v_duty OR v_held."seatId" IS DISTINCT FROM v_seat THEN
    RAISE EXCEPTION 'segregation of duties' USING ERRCODE = 'WG001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER gate_sign_off_duty BEFORE INSERT ON "GateSignOff" FOR EACH ROW EXECUTE FUNCTION wavegate_take_duty();
CREATE TRIGGER attestation_duty BEFORE INSERT ON "Attestation" FOR EACH ROW EXECUTE FUNCTION wavegate_take_duty();

-- ---------------------------------------------------------------- checks
ALTER TABLE "Tier" ADD CONSTRAINT tier_minutes CHECK ("rtoMinutes" >= 0 AND "rpoMinutes" >= 0 AND "drillIntervalDays" > 0);
ALTER TABLE "RecoveryTarget" ADD CONSTRAINT recovery_target_minutes CHECK ("rtoMinutes" >= 0 AND "rpoMinutes" >= 0);
ALTER TABLE "Dependency" ADD CONSTRAINT dependency_of_another CHECK ("dependentId" <> "neededId");
ALTER TABLE "Dependency" ADD CONSTRAINT dependency_latency CHECK ("latencyBudgetMs" > 0);
ALTER TABLE "RiskDomain" ADD CONSTRAINT risk_domain_appetite CHECK (appetite BETWEEN 1 AND 25);
ALTER TABLE "Risk" ADD CONSTRAINT risk_levels CHECK (
  "inherentLikelihood" BETWEEN 1 AND 5 AND "inherentImpact" BETWEEN 1 AND 5
  AND "currentLikelihood" BETWEEN 1 AND 5 AND "currentImpact" BETWEEN 1 AND 5
  AND "targetLikelihood" BETWEEN 1 AND 5 AND "targetImpact" BETWEEN 1 AND 5);
ALTER TABLE "RiskAssessment" ADD CONSTRAINT risk_assessment_levels CHECK (likelihood BETWEEN 1 AND 5 AND impact BETWEEN 1 AND 5);
ALTER TABLE "Wave" ADD CONSTRAINT wave_window CHECK (
  num_nulls("windowStartLocal", "windowEndLocal", zone, "windowStartAt", "windowEndAt") IN (0, 5)
  AND "windowEndAt" > "windowStartAt" AND attempt >= 1 AND "rollbackMinutes" >= 0);
ALTER TABLE "Gate" ADD CONSTRAINT gate_quorum CHECK (quorum >= 1);
ALTER TABLE "User" ADD CONSTRAINT user_email_lower CHECK (email = lower(email));

-- ---------------------------------------------------------------- row-level security
ALTER TABLE "User" ENABLE ROW LEVEL SECURITY; ALTER TABLE "User" FORCE ROW LEVEL SECURITY;
ALTER TABLE "LoginSession" ENABLE ROW LEVEL SECURITY; ALTER TABLE "LoginSession" FORCE ROW LEVEL SECURITY;
ALTER TABLE "sign_in_limit" ENABLE ROW LEVEL SECURITY; ALTER TABLE "sign_in_limit" FORCE ROW LEVEL SECURITY;
ALTER TABLE "Program" ENABLE ROW LEVEL SECURITY; ALTER TABLE "Program" FORCE ROW LEVEL SECURITY;
ALTER TABLE "Membership" ENABLE ROW LEVEL SECURITY; ALTER TABLE "Membership" FORCE ROW LEVEL SECURITY;
ALTER TABLE "PartnerGrant" ENABLE ROW LEVEL SECURITY; ALTER TABLE "PartnerGrant" FORCE ROW LEVEL SECURITY;
ALTER TABLE "AuditEvent" ENABLE ROW LEVEL SECURITY; ALTER TABLE "AuditEvent" FORCE ROW LEVEL SECURITY;
ALTER TABLE "AuditCheckpoint" ENABLE ROW LEVEL SECURITY; ALTER TABLE "AuditCheckpoint" FORCE ROW LEVEL SECURITY;

-- What the SECURITY DEFINER functions and the verifier read and write as the owner.
CREATE POLICY owner_all ON "User" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON "LoginSession" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON "Membership" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON "Program" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON "AuditEvent" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON "AuditCheckpoint" TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON "sign_in_limit" TO wavegate_app;
CREATE POLICY limits ON "sign_in_limit" TO wavegate_app USING (true) WITH CHECK (true);

GRANT SELECT (id, "userId", "createdAt", "lastSeenAt", "expiresAt", "endedAt", method, address, agent), UPDATE ("endedAt") ON "LoginSession" TO wavegate_app;
CREATE POLICY own_sessions ON "LoginSession" TO wavegate_app
  USING ("userId" = (SELECT wavegate_user())) WITH CHECK ("userId" = (SELECT wavegate_user()));

GRANT SELECT ON "Membership" TO wavegate_app;
GRANT INSERT, UPDATE (role, reason, "endsAt", version) ON "Membership" TO wavegate_app;
CREATE POLICY own_memberships ON "Membership" FOR SELECT TO wavegate_app USING ("userId" = (SELECT wavegate_user()));
CREATE POLICY program_memberships ON "Membership" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> 'partner');
CREATE POLICY manager_memberships ON "Membership" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager');
CREATE POLICY manager_memberships_change ON "Membership" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager')
  WITH CHECK ("programId" = (SELECT wavegate_program()));
CREATE POLICY admin_memberships ON "Membership" TO wavegate_app
  USING ((SELECT wavegate_is_admin())) WITH CHECK ((SELECT wavegate_is_admin()));

-- The hash of a password is readable by the sign-in function alone.
GRANT SELECT (id, email, name, zone, "isInstanceAdmin", "isDemo", "disabledAt", "createdAt"),
  INSERT (id, email, name, zone, "isInstanceAdmin", "isDemo", "disabledAt", "createdAt"),
  UPDATE (name, zone, "disabledAt") ON "User" TO wavegate_app;
CREATE POLICY own_user ON "User" FOR SELECT TO wavegate_app USING (id = (SELECT wavegate_user()));
CREATE POLICY own_user_change ON "User" FOR UPDATE TO wavegate_app
  USING (id = (SELECT wavegate_user())) WITH CHECK (id = (SELECT wavegate_user()));
CREATE POLICY fellow_users ON "User" FOR SELECT TO wavegate_app
  USING ((SELECT wavegate_role()) <> 'partner' AND (SELECT wavegate_program()) IS NOT NULL
    AND EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = "User".id AND m."programId" = (SELECT wavegate_program())));
CREATE POLICY admin_users ON "User" TO wavegate_app
  USING ((SELECT wavegate_is_admin())) WITH CHECK ((SELECT wavegate_is_admin()));
CREATE POLICY manager_invites ON "User" FOR INSERT TO wavegate_app
  WITH CHECK ((SELECT wavegate_role()) = 'program_manager' AND NOT "isInstanceAdmin" AND NOT "isDemo");

GRANT SELECT, INSERT ON "Program" TO wavegate_app;
GRANT UPDATE (name, purpose, zone, version) ON "Program" TO wavegate_app;
CREATE POLICY my_programs ON "Program" FOR SELECT TO wavegate_app
  USING (id = (SELECT wavegate_program())
    OR EXISTS (SELECT 1 FROM "Membership" m WHERE m."programId" = "Program".id AND m."userId" = (SELECT wavegate_user())));
CREATE POLICY manager_program ON "Program" FOR UPDATE TO wavegate_app
  USING (id = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager')
  WITH CHECK (id = (SELECT wavegate_program()));
CREATE POLICY admin_programs ON "Program" TO wavegate_app
  USING ((SELECT wavegate_is_admin())) WITH CHECK ((SELECT wavegate_is_admin()));

GRANT SELECT, INSERT, DELETE ON "PartnerGrant" TO wavegate_app;
CREATE POLICY own_grants ON "PartnerGrant" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND ("userId" = (SELECT wavegate_user()) OR (SELECT wavegate_role()) <> 'partner'));
CREATE POLICY manager_grants ON "PartnerGrant" TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager')
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager');

GRANT SELECT ON "AuditEvent" TO wavegate_app;
CREATE POLICY program_audit ON "AuditEvent" FOR SELECT TO wavegate_app
  USING ("chainId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> 'partner');
CREATE POLICY instance_audit ON "AuditEvent" FOR SELECT TO wavegate_app
  USING ("chainId" = '00000000-0000-0000-0000-000000000000'::uuid AND (SELECT wavegate_is_admin()));
GRANT SELECT, INSERT ON "AuditCheckpoint" TO wavegate_app;
CREATE POLICY program_checkpoints ON "AuditCheckpoint" TO wavegate_app
  USING ("chainId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> 'partner')
  WITH CHECK ("chainId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) NOT IN ('none', 'partner'));
CREATE POLICY instance_checkpoints ON "AuditCheckpoint" TO wavegate_app
  USING ("chainId" = '00000000-0000-0000-0000-000000000000'::uuid AND (SELECT wavegate_is_admin()))
  WITH CHECK ("chainId" = '00000000-0000-0000-0000-000000000000'::uuid AND (SELECT wavegate_is_admin()));

-- Which workloads a partner was given; as the owner, so that the policies below do not ask each other in a circle.
CREATE POLICY owner_read ON "PartnerGrant" FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION wavegate_granted(p_workload uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM "PartnerGrant" g WHERE g."workloadId" = p_workload
    AND g."userId" = wavegate_user() AND g."programId" = wavegate_program())
$$;

-- Every table of a program: the program's rows, for its members; partners see what they were given, auditors write nothing.
DO $$
DECLARE t text; partner text;
BEGIN
  FOR t, partner IN SELECT * FROM (VALUES
    ('Person', 'false'), ('Tier', 'false'), ('Workload', 'wavegate_granted(id)'),
    ('Dependency', 'wavegate_granted("dependentId") AND wavegate_granted("neededId")'),
    ('RecoveryTarget', 'false'),
    ('RiskDomain', 'false'), ('Risk', 'false'), ('RiskAssessment', 'false'), ('RiskWorkload', 'false'), ('RiskWave', 'false'),
    ('Wave', 'EXISTS (SELECT 1 FROM "WaveWorkload" ww WHERE ww."waveId" = "Wave".id)'),
    ('WaveWorkload', 'wavegate_granted("workloadId")'), ('WaveTransition', 'false'), ('WindowException', 'false'),
    ('ChecklistItem', 'false'), ('Gate', 'false'), ('GateSeat', 'false'), ('GateSignOff', 'false'), ('GateDuty', 'false'),
    ('GateCriterion', 'false'), ('Attestation', 'false'), ('Waiver', 'false'), ('SignOffCondition', 'false'),
    ('ImportBatch', 'false')) AS tables (name, rule)
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO wavegate_app', t);
    EXECUTE format('CREATE POLICY program_read ON %I FOR SELECT TO wavegate_app USING ("programId" = (SELECT wavegate_program())
      AND ((SELECT wavegate_role()) <> ''partner'' OR (%s)))', t, partner);
    EXECUTE format('CREATE POLICY program_insert ON %I FOR INSERT TO wavegate_app WITH CHECK ("programId" = (SELECT wavegate_program())
      AND (SELECT wavegate_role()) NOT IN (''none'', ''partner'', ''auditor''))', t);
    EXECUTE format('CREATE POLICY program_update ON %I FOR UPDATE TO wavegate_app USING ("programId" = (SELECT wavegate_program())
      AND (SELECT wavegate_role()) NOT IN (''none'', ''partner'', ''auditor'')) WITH CHECK ("programId" = (SELECT wavegate_program()))', t);
    EXECUTE format('CREATE POLICY program_delete ON %I FOR DELETE TO wavegate_app USING ("programId" = (SELECT wavegate_program())
      AND (SELECT wavegate_role()) NOT IN (''none'', ''partner'', ''auditor''))', t);
  END LOOP;
END $$;

-- Facts change; decisions, assessments and history are only appended.
GRANT UPDATE ON "Person", "Tier", "Workload", "Dependency", "RecoveryTarget", "RiskDomain", "Risk", "Wave", "WaveWorkload",
  "ChecklistItem", "Gate", "GateSeat", "ImportBatch" TO wavegate_app;
GRANT UPDATE ("revokedAt") ON "Waiver" TO wavegate_app;
GRANT UPDATE ("closedAt", "closedById", evidence, version) ON "SignOffCondition" TO wavegate_app;
GRANT DELETE ON "Dependency", "RecoveryTarget", "RiskWorkload", "RiskWave", "WaveWorkload", "ChecklistItem" TO wavegate_app;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wavegate_user(), wavegate_program(), wavegate_role(), wavegate_is_admin(),
  wavegate_enter(uuid, uuid), wavegate_enter_self(uuid), wavegate_act(uuid, text, int), wavegate_session(uuid, int),
  wavegate_sign_in_lookup(text), wavegate_open_session(uuid, text, text, text, int), wavegate_set_password(uuid, text),
  wavegate_find_account(text), wavegate_enter_founding(uuid),
  wavegate_applied_migrations(), wavegate_audit_append(uuid, text[]), wavegate_granted(uuid),
  wavegate_refuse_change(), wavegate_take_duty() TO wavegate_app;
