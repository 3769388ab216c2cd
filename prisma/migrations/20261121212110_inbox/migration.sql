-- The inbox keeps nothing of what waits: it is derived. Kept are how far somebody has read, when they want mail, how far mail
-- is written, and the mail itself.

CREATE TYPE "MailWhen" AS ENUM ('immediately', 'daily', 'never');
CREATE TYPE "MailState" AS ENUM ('waiting', 'sent', 'refused', 'dropped');

CREATE TABLE "InboxRead" (
    "programId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "subjectType" TEXT NOT NULL DEFAULT '',
    "subjectId" TEXT NOT NULL DEFAULT '',
    "seq" BIGINT NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboxRead_pkey" PRIMARY KEY ("programId","userId","subjectType","subjectId")
);

CREATE TABLE "MailPreference" (
    "programId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "action" "MailWhen" NOT NULL DEFAULT 'immediately',
    "changed" "MailWhen" NOT NULL DEFAULT 'daily',
    "late" "MailWhen" NOT NULL DEFAULT 'daily',
    "hour" INTEGER NOT NULL DEFAULT 8,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MailPreference_pkey" PRIMARY KEY ("programId","userId")
);

CREATE TABLE "MailCursor" (
    "programId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "headSeq" BIGINT NOT NULL,
    "changedSeq" BIGINT NOT NULL,
    "digestAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MailCursor_pkey" PRIMARY KEY ("programId","userId")
);

CREATE TABLE "MailTold" (
    "programId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MailTold_pkey" PRIMARY KEY ("programId","userId","key")
);

CREATE TABLE "MailMessage" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimedUntil" TIMESTAMPTZ(3),
    "problem" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "MailMessage_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "MailCursor_dueAt_idx" ON "MailCursor"("dueAt");
CREATE UNIQUE INDEX "MailMessage_programId_id_key" ON "MailMessage"("programId", "id");
CREATE UNIQUE INDEX "MailMessage_programId_userId_key_key" ON "MailMessage"("programId", "userId", "key");
CREATE INDEX "MailMessage_programId_state_createdAt_idx" ON "MailMessage"("programId", "state", "createdAt");

ALTER TABLE "InboxRead" ADD CONSTRAINT "InboxRead_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MailPreference" ADD CONSTRAINT "MailPreference_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MailCursor" ADD CONSTRAINT "MailCursor_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MailTold" ADD CONSTRAINT "MailTold_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MailMessage" ADD CONSTRAINT "MailMessage_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Everybody's own, auditors' too: to have read something changes nothing of the program. Partners have no inbox.
DO $$
DECLARE t text; own text := '"programId" = (SELECT wavegate_program()) AND "userId" = (SELECT wavegate_user())
  AND (SELECT wavegate_role()) NOT IN (''none'', ''partner'')';
BEGIN
  FOREACH t IN ARRAY ARRAY['InboxRead', 'MailPreference', 'MailCursor', 'MailTold', 'MailMessage'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO wavegate_app', t);
    EXECUTE format('CREATE POLICY program_read ON %I FOR SELECT TO wavegate_app USING (%s)', t, own);
    EXECUTE format('CREATE POLICY program_insert ON %I FOR INSERT TO wavegate_app WITH CHECK (%s)', t, own);
    EXECUTE format('CREATE POLICY program_update ON %I FOR UPDATE TO wavegate_app USING (%s) WITH CHECK (%s)', t, own, own);
    EXECUTE format('CREATE POLICY program_delete ON %I FOR DELETE TO wavegate_app USING (%s)', t, own);
  END LOOP;
END $$;
GRANT UPDATE (seq, "readAt"), DELETE ON "InboxRead" TO wavegate_app;
GRANT UPDATE (action, changed, late, hour, version, "updatedAt") ON "MailPreference" TO wavegate_app;
GRANT UPDATE ("headSeq", "changedSeq", "digestAt", "dueAt") ON "MailCursor" TO wavegate_app;
GRANT DELETE ON "MailTold" TO wavegate_app;
GRANT UPDATE (state, attempts, "claimedUntil", problem, "sentAt") ON "MailMessage" TO wavegate_app;

-- A program manager sees what could not be delivered in the program, and may have it sent again.
CREATE POLICY manager_read ON "MailMessage" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager');
CREATE POLICY manager_again ON "MailMessage" FOR UPDATE TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager' AND state = 'refused')
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) = 'program_manager' AND state = 'waiting');

ALTER TABLE "MailPreference" ADD CONSTRAINT mail_hour CHECK (hour BETWEEN 0 AND 23);
ALTER TABLE "MailMessage"
  ADD CONSTRAINT mail_sent CHECK ((state = 'sent') = ("sentAt" IS NOT NULL)),
  ADD CONSTRAINT mail_subject CHECK (subject !~ '[[:cntrl:]]' AND length(subject) <= 200);

-- What was sent stays sent.
CREATE FUNCTION wavegate_mail_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.state IN ('sent', 'dropped') AND NEW.state IS DISTINCT FROM OLD.state THEN
    RAISE EXCEPTION 'a mail is sent once' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mail_step BEFORE UPDATE ON "MailMessage" FOR EACH ROW EXECUTE FUNCTION wavegate_mail_step();

-- Whose mail is to be looked at: members as they are now of programs that are no demo. Ids alone; who reads anything enters
-- as the member.
CREATE POLICY owner_read ON "MailCursor" FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION wavegate_mail_due(p_now timestamptz, p_limit int) RETURNS TABLE (program_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH heads AS MATERIALIZED (
    SELECT p.id, (SELECT e.seq FROM "AuditEvent" e WHERE e."chainId" = p.id ORDER BY e.seq DESC LIMIT 1) AS head
    FROM "Program" p WHERE NOT p."isDemo")
  SELECT m."programId", m."userId" FROM heads h
    JOIN "Membership" m ON m."programId" = h.id AND m.role <> 'partner' AND (m."endsAt" IS NULL OR m."endsAt" > p_now)
    JOIN "User" u ON u.id = m."userId" AND u."disabledAt" IS NULL AND NOT u."isDemo"
    LEFT JOIN "MailCursor" c ON c."programId" = m."programId" AND c."userId" = m."userId"
  WHERE c."userId" IS NULL OR c."dueAt" <= p_now OR c."headSeq" < h.head
  ORDER BY c."dueAt" NULLS FIRST, m."programId", m."userId" LIMIT p_limit
$$;
REVOKE EXECUTE ON FUNCTION wavegate_mail_due(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wavegate_mail_due(timestamptz, int) TO wavegate_app;

-- Mail to somebody who is no member any more is never sent; nobody can enter as they any more to note it.
CREATE POLICY owner_all ON "MailMessage" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE FUNCTION wavegate_mail_drop(p_id uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE "MailMessage" q SET state = 'dropped', "claimedUntil" = NULL
    WHERE q.id = p_id AND q.state IN ('waiting', 'refused')
      AND NOT EXISTS (SELECT 1 FROM "Membership" m JOIN "User" u ON u.id = m."userId" AND u."disabledAt" IS NULL
        WHERE m."programId" = q."programId" AND m."userId" = q."userId" AND m.role <> 'partner'
          AND (m."endsAt" IS NULL OR m."endsAt" > clock_timestamp()));
  RETURN FOUND;
END $$;
REVOKE EXECUTE ON FUNCTION wavegate_mail_drop(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wavegate_mail_drop(uuid) TO wavegate_app;
