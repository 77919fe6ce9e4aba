-- Walls between bodies, append-only tables, and the functions that take numbers and chain events.

-- The application's role: it owns nothing, so it cannot change the schema nor switch a wall off.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cantieri_app') THEN
    CREATE ROLE cantieri_app NOLOGIN;
  END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO cantieri_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO cantieri_app;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO cantieri_app;
--> statement-breakpoint
-- The bodies this connection works for: '*' (public, applicants, jobs) or ids joined by commas.
-- Unset means none, so a query that forgot to say for whom it works sees nothing.
DO $$
DECLARE walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['call','form_definition','application','submission','register_counter',
    'register_entry','issued_document','decision','outcome','workshop_series','meeting','staff_member'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY body_wall ON %I TO cantieri_app USING (
        (SELECT current_setting(''cantieri.bodies'', true)) = ''*''
        OR body_id::text = ANY (string_to_array((SELECT current_setting(''cantieri.bodies'', true)), '','')))', walled);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE message ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- A message of no body (a magic link) belongs to no wall; it is written by anybody and read by jobs.
CREATE POLICY body_wall ON message TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR body_id::text = ANY (string_to_array((SELECT current_setting('cantieri.bodies', true)), ',')));
--> statement-breakpoint
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY body_wall ON audit_event FOR SELECT TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR chain = ANY (string_to_array((SELECT current_setting('cantieri.bodies', true)), ',')));
--> statement-breakpoint
-- Tables behind a wall by way of their parent.
DO $$
DECLARE pair text[];
BEGIN
  FOREACH pair SLICE 1 IN ARRAY ARRAY[
    ['application_section','application','application_id'], ['attachment','application','application_id'],
    ['admissibility_check','application','application_id'], ['call_version','call','call_id'],
    ['call_act','call','call_id'], ['refused_attempt','call','call_id'],
    ['participant','workshop_series','series_id'], ['series_call','workshop_series','series_id'],
    ['convocation','meeting','meeting_id'], ['attendance','meeting','meeting_id']] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', pair[1]);
    EXECUTE format('CREATE POLICY body_wall ON %I TO cantieri_app USING (
        (SELECT current_setting(''cantieri.bodies'', true)) = ''*''
        OR EXISTS (SELECT FROM %I parent WHERE parent.id = %I.%I))', pair[1], pair[2], pair[1], pair[3]);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'raise_exception'; END $$;
--> statement-breakpoint
DO $$
DECLARE frozen text;
BEGIN
  FOREACH frozen IN ARRAY ARRAY['audit_event','submission','call_version','call_act','refused_attempt'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', frozen);
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM cantieri_app', frozen);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_frozen_form() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF OLD.frozen_at IS NOT NULL AND (TG_OP = 'DELETE' OR NEW.definition IS DISTINCT FROM OLD.definition
     OR NEW.frozen_at IS DISTINCT FROM OLD.frozen_at) THEN
    RAISE EXCEPTION 'a published form is never changed';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER frozen_form BEFORE UPDATE OR DELETE ON form_definition
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_frozen_form();
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_document() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'DELETE' OR NEW.view IS DISTINCT FROM OLD.view OR NEW.code <> OLD.code
     OR NEW.issued_at <> OLD.issued_at OR NEW.data_digest IS DISTINCT FROM OLD.data_digest
     OR (OLD.file_hash IS NOT NULL AND NEW.file_hash IS DISTINCT FROM OLD.file_hash)
     OR (OLD.state <> 'valid' AND NEW.state <> OLD.state) THEN
    RAISE EXCEPTION 'an issued document is never changed';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER immutable_document BEFORE UPDATE OR DELETE ON issued_document
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_document();
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_decision() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'DELETE' OR OLD.superseded_by_id IS NOT NULL
     OR to_jsonb(NEW) - 'superseded_by_id' IS DISTINCT FROM to_jsonb(OLD) - 'superseded_by_id' THEN
    RAISE EXCEPTION 'a decision is only ever superseded';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER immutable_decision BEFORE UPDATE OR DELETE ON decision
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_decision();
--> statement-breakpoint
-- A number of the register is only given by take_register_number, and only its protocol data change.
CREATE FUNCTION refuse_change_of_register() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'protocol_number' - 'protocol_date'
     IS DISTINCT FROM to_jsonb(OLD) - 'protocol_number' - 'protocol_date' THEN
    RAISE EXCEPTION 'a register entry is never changed';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER immutable_register BEFORE UPDATE OR DELETE ON register_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_register();
--> statement-breakpoint
-- Takes the next number of a body and year. The row lock is held until the transaction ends, so a
-- rolled back transaction gives its number back and no gap arises (invariant 10).
CREATE FUNCTION take_register_number(of_body uuid, of_year integer) RETURNS integer LANGUAGE sql AS
$$ INSERT INTO register_counter (body_id, year, last) VALUES (of_body, of_year, 1)
   ON CONFLICT (body_id, year) DO UPDATE SET last = register_counter.last + 1
   RETURNING last $$;
--> statement-breakpoint
-- Appends an event to its chain: one statement locks the head, hashes and writes.
-- SECURITY DEFINER: the application may neither write audit_event nor touch a head by itself.
CREATE FUNCTION append_audit_event(of_chain text, event_at timestamptz, event_actor text, event_action text,
  subject_kind text, subject uuid, canonical text) RETURNS text LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public AS
$$
DECLARE head audit_head; next_hash text;
BEGIN
  INSERT INTO audit_head (chain, sequence, hash) VALUES (of_chain, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM audit_head WHERE chain = of_chain FOR UPDATE;
  next_hash := encode(sha256(convert_to(head.hash || E'\n' || (head.sequence + 1) || E'\n' || canonical, 'UTF8')), 'hex');
  INSERT INTO audit_event (chain, sequence, at, actor, action, subject_type, subject_id, entry, previous_hash, hash)
    VALUES (of_chain, head.sequence + 1, event_at, event_actor, event_action, subject_kind, subject, canonical, head.hash, next_hash);
  UPDATE audit_head SET sequence = head.sequence + 1, hash = next_hash WHERE chain = of_chain;
  RETURN next_hash;
END $$;
--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON audit_event, audit_head FROM cantieri_app;
--> statement-breakpoint
REVOKE ALL ON FUNCTION append_audit_event(text, timestamptz, text, text, text, uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION append_audit_event(text, timestamptz, text, text, text, uuid, text) TO cantieri_app;
