-- Mail that cannot be written keeps nobody else's back, what was sent is kept for a stated time, and nobody but the member
-- reads what a mail says.

ALTER TABLE "MailCursor" ADD COLUMN "lookedAt" TIMESTAMPTZ(3), ADD COLUMN failures INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN problem TEXT NOT NULL DEFAULT '', ADD COLUMN "retryAt" TIMESTAMPTZ(3);
GRANT UPDATE ("lookedAt", failures, problem, "retryAt") ON "MailCursor" TO wavegate_app;

-- Whoever was looked at longest ago comes first; who failed waits for their next try.
CREATE OR REPLACE FUNCTION wavegate_mail_due(p_now timestamptz, p_limit int) RETURNS TABLE (program_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH heads AS MATERIALIZED (
    SELECT p.id, (SELECT e.seq FROM "AuditEvent" e WHERE e."chainId" = p.id ORDER BY e.seq DESC LIMIT 1) AS head
    FROM "Program" p WHERE NOT p."isDemo")
  SELECT m."programId", m."userId" FROM heads h
    JOIN "Membership" m ON m."programId" = h.id AND m.role <> 'partner' AND (m."endsAt" IS NULL OR m."endsAt" > p_now)
    JOIN "User" u ON u.id = m."userId" AND u."disabledAt" IS NULL AND NOT u."isDemo"
    LEFT JOIN "MailCursor" c ON c."programId" = m."programId" AND c."userId" = m."userId"
  WHERE c."userId" IS NULL
    OR ((c."dueAt" <= p_now OR c."headSeq" < h.head) AND (c."retryAt" IS NULL OR c."retryAt" <= p_now))
  ORDER BY c."lookedAt" NULLS FIRST, c."dueAt" NULLS FIRST, m."programId", m."userId" LIMIT p_limit
$$;

-- Noted by the owner, because entering as the member may be what fails. The pauses double, from half a minute to six hours.
CREATE POLICY owner_write ON "MailCursor" FOR INSERT TO CURRENT_USER WITH CHECK (true);
CREATE POLICY owner_change ON "MailCursor" FOR UPDATE TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE FUNCTION wavegate_mail_failed(p_program uuid, p_user uuid, p_now timestamptz, p_problem text) RETURNS int
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO "MailCursor" AS c ("programId", "userId", "headSeq", "changedSeq", "digestAt", "dueAt", "lookedAt", failures,
      problem, "retryAt")
    SELECT m."programId", m."userId", h.seq, h.seq, p_now + interval '1 hour', p_now, p_now, 1, left(p_problem, 300),
      p_now + interval '30 seconds'
    FROM "Membership" m CROSS JOIN LATERAL (SELECT coalesce((SELECT e.seq FROM "AuditEvent" e WHERE e."chainId" = m."programId"
      ORDER BY e.seq DESC LIMIT 1), 0) AS seq) h
    WHERE m."programId" = p_program AND m."userId" = p_user
  ON CONFLICT ("programId", "userId") DO UPDATE SET "lookedAt" = p_now, failures = c.failures + 1, problem = left(p_problem, 300),
    "retryAt" = p_now + make_interval(secs => least(21600, 30 * 2 ^ least(c.failures, 12)))
  RETURNING c.failures
$$;
REVOKE EXECUTE ON FUNCTION wavegate_mail_failed(uuid, uuid, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wavegate_mail_failed(uuid, uuid, timestamptz, text) TO wavegate_app;
CREATE POLICY manager_read ON "MailCursor" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager' AND failures > 0);

-- A program manager is told that a mail was given up and may have it sent again; what it says stays the member's.
DROP POLICY manager_read ON "MailMessage";
DROP POLICY manager_again ON "MailMessage";
ALTER TABLE "MailMessage" ADD COLUMN "clearedAt" TIMESTAMPTZ(3),
  ADD CONSTRAINT mail_cleared CHECK ("clearedAt" IS NULL OR (text = '' AND html = ''));
CREATE INDEX "MailMessage_createdAt_kept_idx" ON "MailMessage" ("createdAt") WHERE "clearedAt" IS NULL;

CREATE FUNCTION wavegate_mail_undelivered() RETURNS TABLE (id uuid, user_id uuid, subject text, attempts int, problem text,
  created_at timestamptz, cleared boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.id, m."userId", m.subject, m.attempts, m.problem, m."createdAt", m."clearedAt" IS NOT NULL FROM "MailMessage" m
  WHERE m."programId" = wavegate_program() AND wavegate_role() = 'program_manager' AND m.state = 'refused'
  ORDER BY m."createdAt" DESC, m.id LIMIT 100
$$;
REVOKE EXECUTE ON FUNCTION wavegate_mail_undelivered() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wavegate_mail_undelivered() TO wavegate_app;

CREATE FUNCTION wavegate_mail_again(p_id uuid) RETURNS TABLE (user_id uuid, subject text, was text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT m."userId", m.subject, CASE WHEN m."clearedAt" IS NOT NULL THEN 'cleared' ELSE m.state::text END
    FROM "MailMessage" m WHERE m.id = p_id AND m."programId" = wavegate_program() AND wavegate_role() = 'program_manager'
    FOR UPDATE;
  UPDATE "MailMessage" m SET state = 'waiting', attempts = 0, "claimedUntil" = NULL, problem = ''
    WHERE m.id = p_id AND m."programId" = wavegate_program() AND wavegate_role() = 'program_manager' AND m.state = 'refused'
      AND m."clearedAt" IS NULL;
END $$;
REVOKE EXECUTE ON FUNCTION wavegate_mail_again(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wavegate_mail_again(uuid) TO wavegate_app;

-- What a mail said is kept for thirty days; that it was written, to whom and what became of it stays.
CREATE FUNCTION wavegate_mail_clear(p_limit int) RETURNS int
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH old AS (SELECT m.id FROM "MailMessage" m WHERE m."clearedAt" IS NULL AND m.state <> 'waiting'
      AND m."createdAt" < clock_timestamp() - interval '30 days' ORDER BY m."createdAt" LIMIT p_limit FOR UPDATE SKIP LOCKED),
    done AS (UPDATE "MailMessage" m SET text = '', html = '', "clearedAt" = clock_timestamp() FROM old WHERE m.id = old.id
      RETURNING 1)
  SELECT count(*)::int FROM done
$$;
REVOKE EXECUTE ON FUNCTION wavegate_mail_clear(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wavegate_mail_clear(int) TO wavegate_app;
