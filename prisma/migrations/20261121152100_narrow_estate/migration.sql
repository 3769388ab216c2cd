-- What the web login may do with the estate, narrowed to what the product does with it: the roles that import and change facts,
-- rows of an import only while it takes them, removal only of what a standing import brought, and one's own hand.

-- ---------------------------------------------------------------- roles, as docs/access.md has them
DO $$
DECLARE t text; verb text; facts constant text := '(SELECT wavegate_role()) IN (''platform_engineer'', ''program_manager'')';
  settled constant text := '(SELECT wavegate_role()) IN (''platform_engineer'', ''program_manager'', ''business_owner'')';
  ours constant text := '"programId" = (SELECT wavegate_program())';
BEGIN
  FOREACH t IN ARRAY ARRAY['ExternalLink', 'Asset', 'Site', 'WorkloadSite', 'BusinessProcess', 'ProcessWorkload', 'WorkloadDuty',
    'Measurement', 'Remediation', 'TenantClass', 'DataSource', 'Claim', 'FactQuestion', 'ImportPart', 'ImportRow', 'ImportTouch',
    'ImportBatch', 'RememberedMapping', 'Workload', 'Risk', 'Wave', 'Person']
  LOOP
    -- A business owner who answers a question changes the fact it is about, may name a person, and acknowledges a fallback.
    IF t NOT IN ('Workload', 'Risk', 'Wave', 'Person') THEN
      EXECUTE format('DROP POLICY program_insert ON %I', t);
      EXECUTE format('CREATE POLICY program_insert ON %I FOR INSERT TO wavegate_app WITH CHECK (%s AND %s)', t, ours, facts);
      EXECUTE format('DROP POLICY program_update ON %I', t);
      EXECUTE format('CREATE POLICY program_update ON %I FOR UPDATE TO wavegate_app USING (%s AND %s) WITH CHECK (%s)', t, ours,
        CASE WHEN t IN ('Asset', 'FactQuestion', 'BusinessProcess') THEN settled ELSE facts END, ours);
    END IF;
    IF t <> 'ImportBatch' THEN
      EXECUTE format('DROP POLICY program_delete ON %I', t);
      EXECUTE format('CREATE POLICY program_delete ON %I FOR DELETE TO wavegate_app USING (%s AND %s)', t, ours, facts);
    END IF;
  END LOOP;
END $$;

-- ---------------------------------------------------------------- removal
-- What an import created goes when that import is taken back, and nothing else goes. People go when two names become one as well.
DO $$
DECLARE t text; entity text; also text;
BEGIN
  FOR t, entity, also IN SELECT * FROM (VALUES
    ('Workload', 'workload', 'false'), ('Risk', 'risk', 'false'), ('Wave', 'wave', 'false'), ('Site', 'site', 'false'),
    ('BusinessProcess', 'process', 'false'), ('DataSource', 'source', 'false'), ('FactQuestion', 'question', 'false'),
    ('Person', 'person', '(SELECT wavegate_role()) = ''program_manager''')) AS tables (name, entity, also)
  LOOP
    EXECUTE format('CREATE POLICY brought_by_import ON %I AS RESTRICTIVE FOR DELETE TO wavegate_app USING ((%s) OR id IN (
      SELECT x."subjectId" FROM "ImportTouch" x JOIN "ImportBatch" b ON b.id = x."importId"
      WHERE x."programId" = (SELECT wavegate_program()) AND x.entity = %L AND x.created AND b.state = ''committed''))', t, also, entity);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- what an import keeps, and when
DO $$
DECLARE t text; while_ text;
BEGIN
  FOR t, while_ IN SELECT * FROM (VALUES ('ImportPart', 'uploaded'), ('ImportRow', 'reading'), ('ImportTouch', 'importing'))
    AS tables (name, while_)
  LOOP
    EXECUTE format('CREATE POLICY in_its_time ON %I AS RESTRICTIVE FOR INSERT TO wavegate_app WITH CHECK ("importId" IN (
      SELECT b.id FROM "ImportBatch" b WHERE b."programId" = (SELECT wavegate_program()) AND b.state = %L))', t, while_);
  END LOOP;
END $$;

-- Who brought a file in, and which file it was, stays.
REVOKE UPDATE ("byId", "fileName") ON "ImportBatch" FROM wavegate_app;
CREATE POLICY own_hand ON "ImportBatch" AS RESTRICTIVE FOR INSERT TO wavegate_app WITH CHECK (
  "byId" = (SELECT wavegate_user()) AND state = 'uploaded' AND "committedAt" IS NULL AND "undoneAt" IS NULL);

-- The states follow each other as docs/imports.md says. An import was written when it was written: assessments are taken back by
-- that instant, so it is the present when it is set and never another one.
CREATE FUNCTION wavegate_import_step() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT row_security_active(TG_RELID) THEN RETURN NEW; END IF;
  IF NEW.state <> OLD.state AND NOT (OLD.state || '>' || NEW.state = ANY (ARRAY['uploaded>reading', 'uploaded>failed',
    'uploaded>discarded', 'reading>previewed', 'reading>failed', 'previewed>uploaded', 'previewed>importing', 'previewed>discarded',
    'importing>committed', 'importing>previewed', 'importing>failed', 'committed>undone', 'failed>uploaded', 'failed>discarded'])) THEN
    RAISE EXCEPTION 'an import does not go from % to %', OLD.state, NEW.state USING ERRCODE = '42501';
  END IF;
  IF NEW."committedAt" IS DISTINCT FROM OLD."committedAt" AND (OLD."committedAt" IS NULL AND OLD.state = 'importing'
    AND NEW.state = 'committed' AND NEW."committedAt" BETWEEN clock_timestamp() - interval '1 hour'
      AND clock_timestamp() + interval '5 minutes') IS NOT TRUE THEN
    RAISE EXCEPTION 'an import was written when it was written' USING ERRCODE = '42501';
  END IF;
  IF NEW."askedById" IS DISTINCT FROM OLD."askedById" AND (NEW."askedById" = wavegate_user()) IS NOT TRUE THEN
    RAISE EXCEPTION 'nobody asks for an import in the name of somebody else' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER import_step BEFORE UPDATE ON "ImportBatch" FOR EACH ROW EXECUTE FUNCTION wavegate_import_step();

-- ---------------------------------------------------------------- one's own hand
CREATE FUNCTION wavegate_own_acknowledgement() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF row_security_active(TG_RELID) AND NEW."fallbackAcknowledgedBy" IS NOT NULL
    AND (TG_OP = 'INSERT' OR NEW."fallbackAcknowledgedBy" IS DISTINCT FROM OLD."fallbackAcknowledgedBy"
      OR NEW."fallbackAcknowledgedAt" IS DISTINCT FROM OLD."fallbackAcknowledgedAt")
    AND NEW."fallbackAcknowledgedBy" IS DISTINCT FROM wavegate_user() THEN
    RAISE EXCEPTION 'nobody acknowledges a fallback for somebody else' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_acknowledgement BEFORE INSERT OR UPDATE ON "BusinessProcess"
  FOR EACH ROW EXECUTE FUNCTION wavegate_own_acknowledgement();

-- Who a row is, whose it is and when it was made stay as they were written, here as in the tables before.
DO $$
DECLARE t text; columns text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ExternalLink', 'Asset', 'Site', 'WorkloadSite', 'BusinessProcess', 'WorkloadDuty', 'Remediation',
    'TenantClass', 'DataSource', 'Claim', 'FactQuestion', 'RememberedMapping'] LOOP
    SELECT string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum) INTO columns FROM pg_attribute a
      WHERE a.attrelid = format('%I', t)::regclass AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attname NOT IN ('id', 'programId', 'createdAt', 'raisedAt');
    EXECUTE format('REVOKE UPDATE ON %I FROM wavegate_app', t);
    EXECUTE format('GRANT UPDATE (%s) ON %I TO wavegate_app', columns, t);
  END LOOP;
END $$;

REVOKE EXECUTE ON FUNCTION wavegate_import_step(), wavegate_own_acknowledgement() FROM PUBLIC;
