-- The columns that the estate added may be changed like those beside them; who a row is, whose it is and when it was made
-- stay as they were written.
DO $$
DECLARE t text; columns text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Workload', 'ImportBatch'] LOOP
    SELECT string_agg(format('%I', a.attname), ', ') INTO columns FROM pg_attribute a
      WHERE a.attrelid = format('%I', t)::regclass AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attname NOT IN ('id', 'programId', 'createdAt', 'createdById');
    EXECUTE format('GRANT UPDATE (%s) ON %I TO wavegate_app', columns, t);
  END LOOP;
END $$;
