-- As before, and a batch of events is written with one statement: only their hashes, each of which rests on the one before, are
-- worked out in turn. An import of 50,000 links says 50,000 events.
CREATE OR REPLACE FUNCTION wavegate_audit_append(p_chain uuid, p_bodies text[])
RETURNS TABLE (seq bigint, hash text, recorded_at text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_body text; v_first bigint; v_seq bigint; v_prev text; v_before text; v_last timestamptz; v_at timestamptz(3);
  v_middle text; v_end text; v_user text; v_hashes text[] := '{}';
BEGIN
  -- Fails closed: without an actor the comparison is null, which is not true.
  IF (p_chain = wavegate_program() OR (p_chain = '00000000-0000-0000-0000-000000000000'::uuid
      AND wavegate_user() IS NOT NULL)) IS NOT TRUE THEN
    RAISE EXCEPTION 'no actor for this audit chain' USING ERRCODE = '42501';
  END IF;
  v_user := wavegate_user()::text;
  IF session_user <> current_user AND EXISTS (SELECT 1 FROM unnest(p_bodies) AS given (body)
      WHERE (given.body::jsonb -> 'actor' ->> 'id') IS DISTINCT FROM v_user) THEN
    RAISE EXCEPTION 'no event in the name of somebody else' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(p_chain::text, 77));
  SELECT e.seq, e.hash, e."recordedAt" INTO v_first, v_prev, v_last FROM "AuditEvent" e
    WHERE e."chainId" = p_chain ORDER BY e.seq DESC LIMIT 1;
  v_first := coalesce(v_first, 0); v_prev := coalesce(v_prev, repeat('0', 64));
  v_at := greatest(clock_timestamp(), coalesce(v_last, '-infinity'::timestamptz));
  recorded_at := to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  v_seq := v_first; v_before := v_prev;
  v_middle := ',"chain":"' || p_chain || '","prev":"'; v_end := '","recordedAt":"' || recorded_at || '","seq":';
  FOREACH v_body IN ARRAY p_bodies LOOP
    v_seq := v_seq + 1;
    v_prev := encode(sha256(convert_to('{"body":' || v_body || v_middle || v_prev || v_end || v_seq || '}', 'UTF8')), 'hex');
    v_hashes := array_append(v_hashes, v_prev);
  END LOOP;
  INSERT INTO "AuditEvent" ("chainId", seq, "recordedAt", "occurredAt", action, "actorId", "subjectType", "subjectId", body, "prevHash", hash)
  SELECT p_chain, v_first + said.at, v_at, (said.json ->> 'occurredAt')::timestamptz, said.json ->> 'action',
    (said.json -> 'actor' ->> 'id')::uuid, said.json -> 'subject' ->> 'type', said.json -> 'subject' ->> 'id',
    said.body, said.before, said.own
  FROM (SELECT given.body, given.own, given.before, given.at, given.body::jsonb AS json
    FROM unnest(p_bodies, v_hashes, array_prepend(v_before, v_hashes[1 : cardinality(v_hashes) - 1]))
      WITH ORDINALITY AS given (body, own, before, at) OFFSET 0) AS said;
  RETURN QUERY SELECT v_first + given.at, given.own, recorded_at
    FROM unnest(v_hashes) WITH ORDINALITY AS given (own, at) ORDER BY given.at;
END $$;
