-- What the web login may do, narrowed to what the product does with it: whoever reaches SQL with that login still cannot
-- sign for somebody else, undo what happens once, invent duties, or name another actor in the audit trail.

-- ---------------------------------------------------------------- duties are written by the trigger alone
CREATE POLICY owner_all ON "GateDuty" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_read ON "GateCriterion" FOR SELECT TO CURRENT_USER USING (true);
REVOKE INSERT ON "GateDuty" FROM wavegate_app;

CREATE OR REPLACE FUNCTION wavegate_take_duty() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_gate uuid; v_duty "DutyKind"; v_seat uuid; v_held "GateDuty"%ROWTYPE;
BEGIN
  IF (NEW."programId" = wavegate_program() AND NEW."userId" = wavegate_user()
      AND wavegate_role() NOT IN ('none', 'partner', 'auditor')) IS NOT TRUE THEN
    RAISE EXCEPTION 'nobody signs or attests for somebody else' USING ERRCODE = '42501';
  END IF;
  IF TG_TABLE_NAME = 'GateSignOff' THEN
    v_gate := NEW."gateId"; v_duty := 'signer'; v_seat := NEW."seatId";
  ELSE
    SELECT c."gateId" INTO v_gate FROM "GateCriterion" c
      WHERE c.id = NEW."criterionId" AND c."programId" = NEW."programId";
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

-- ---------------------------------------------------------------- one's own hand, in a role that has the right
DO $$
DECLARE t text; hand text;
BEGIN
  FOR t, hand IN SELECT * FROM (VALUES
    ('GateSignOff', '"userId" = (SELECT wavegate_user()) AND role::text = (SELECT wavegate_role())
      AND (SELECT wavegate_role()) IN (''executive'', ''platform_engineer'', ''business_owner'', ''program_manager'')'),
    ('Attestation', '"userId" = (SELECT wavegate_user())
      AND (SELECT wavegate_role()) IN (''platform_engineer'', ''business_owner'', ''program_manager'')'),
    ('Waiver', '"grantedById" = (SELECT wavegate_user()) AND (SELECT wavegate_role()) = ''executive'''),
    ('WindowException', '"grantedById" = (SELECT wavegate_user()) AND (SELECT wavegate_role()) = ''executive'''),
    ('WaveTransition', '"byId" = (SELECT wavegate_user())
      AND (SELECT wavegate_role()) IN (''platform_engineer'', ''program_manager'')'),
    ('Gate', '(SELECT wavegate_role()) = ''program_manager'''),
    ('GateSeat', '(SELECT wavegate_role()) = ''program_manager'''),
    ('GateCriterion', '(SELECT wavegate_role()) = ''program_manager''')) AS tables (name, rule)
  LOOP
    EXECUTE format('DROP POLICY program_insert ON %I', t);
    EXECUTE format('CREATE POLICY program_insert ON %I FOR INSERT TO wavegate_app
      WITH CHECK ("programId" = (SELECT wavegate_program()) AND (%s))', t, hand);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- what happens once is not undone
REVOKE UPDATE ON "Gate", "GateSeat" FROM wavegate_app;

DROP POLICY program_update ON "Waiver";
CREATE POLICY program_update ON "Waiver" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'executive' AND "revokedAt" IS NULL)
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "revokedAt" IS NOT NULL);

DROP POLICY program_update ON "SignOffCondition";
CREATE POLICY program_update ON "SignOffCondition" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND "closedAt" IS NULL
    AND (SELECT wavegate_role()) IN ('platform_engineer', 'business_owner', 'program_manager'))
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "closedAt" IS NOT NULL
    AND "closedById" = (SELECT wavegate_user()));

DROP POLICY own_sessions ON "LoginSession";
CREATE POLICY own_sessions ON "LoginSession" FOR SELECT TO wavegate_app USING ("userId" = (SELECT wavegate_user()));
CREATE POLICY own_sessions_end ON "LoginSession" FOR UPDATE TO wavegate_app
  USING ("userId" = (SELECT wavegate_user()) AND "endedAt" IS NULL)
  WITH CHECK ("userId" = (SELECT wavegate_user()) AND "endedAt" IS NOT NULL);

-- Who a row is, whose it is and when it was made stay as they were written.
DO $$
DECLARE t text; columns text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Person', 'Tier', 'Workload', 'Dependency', 'RecoveryTarget', 'RiskDomain', 'Risk', 'Wave',
    'ChecklistItem', 'ImportBatch'] LOOP
    SELECT string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum) INTO columns FROM pg_attribute a
      WHERE a.attrelid = format('%I', t)::regclass AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attname NOT IN ('id', 'programId', 'createdAt');
    EXECUTE format('REVOKE UPDATE ON %I FROM wavegate_app', t);
    EXECUTE format('GRANT UPDATE (%s) ON %I TO wavegate_app', columns, t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- passwords
-- A new password for oneself, or by an instance administrator: then every session of that account ends, because whoever
-- knew the old one may hold it.
CREATE OR REPLACE FUNCTION wavegate_set_password(p_user uuid, p_hash text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_found boolean;
BEGIN
  IF wavegate_user() IS DISTINCT FROM p_user AND NOT coalesce(wavegate_is_admin(), false) THEN RETURN false; END IF;
  UPDATE "User" SET "passwordHash" = p_hash WHERE id = p_user;
  v_found := FOUND;
  IF wavegate_user() IS DISTINCT FROM p_user THEN
    UPDATE "LoginSession" SET "endedAt" = clock_timestamp() WHERE "userId" = p_user AND "endedAt" IS NULL;
  END IF;
  RETURN v_found;
END $$;

-- ---------------------------------------------------------------- the audit chain
-- As before; and the web login appends only what names the person it acts for.
CREATE OR REPLACE FUNCTION wavegate_audit_append(p_chain uuid, p_bodies text[])
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
    IF session_user <> current_user
      AND (v_json->'actor'->>'id') IS DISTINCT FROM wavegate_user()::text THEN
      RAISE EXCEPTION 'no event in the name of somebody else' USING ERRCODE = '42501';
    END IF;
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
