ALTER TABLE "desk_entry" DROP CONSTRAINT "desk_entry_identity";--> statement-breakpoint
ALTER TABLE "thread_message" DROP CONSTRAINT "thread_message_text";--> statement-breakpoint
ALTER TABLE "desk_entry" ADD COLUMN "erased_at" timestamp(6) with time zone;--> statement-breakpoint
ALTER TABLE "thread_message" ADD COLUMN "erased_at" timestamp(6) with time zone;--> statement-breakpoint
ALTER TABLE "desk_entry" ADD CONSTRAINT "desk_entry_identity" CHECK (case when "desk_entry"."erased_at" is null then ("desk_entry"."identity" = 'document' and "desk_entry"."document_kind" is not null and "desk_entry"."document_number" is not null) or ("desk_entry"."identity" = 'delegation' and "desk_entry"."delegation" <> '') else "desk_entry"."document_number" is null and "desk_entry"."delegation" = '' and "desk_entry"."email" is null and "desk_entry"."late_reason" = '' end);--> statement-breakpoint
ALTER TABLE "thread_message" ADD CONSTRAINT "thread_message_text" CHECK (case when "thread_message"."erased_at" is null then length("thread_message"."text") between 1 and 4000 else "thread_message"."text" = '' end);
--> statement-breakpoint
-- In a call that never closes there may be no outcome to wait for: what was taken back counts from then.
CREATE OR REPLACE FUNCTION retention_start(of_application uuid, starts_from text) RETURNS timestamptz
  LANGUAGE sql STABLE AS
$$ WITH ended AS (SELECT a.id, a.call_id, CASE
     WHEN a.state = 'withdrawn' AND call.closes_at IS NULL THEN coalesce(
       (SELECT max(r.registered_at) FROM register_entry r
        WHERE r.subject_id = a.id AND r.kind = 'withdrawal'), a.updated_at)
     ELSE coalesce(
       (SELECT o.published_at FROM outcome o WHERE o.call_id = a.call_id),
       (SELECT max(c.published_at) FROM call_act c WHERE c.call_id = a.call_id AND c.kind = 'revocation'))
     END AS at
   FROM application a JOIN call ON call.id = a.call_id WHERE a.id = of_application)
   SELECT CASE starts_from
     WHEN 'check' THEN coalesce(
       (SELECT min(d.decided_at) FROM decision d WHERE d.application_id = ended.id), ended.at)
     WHEN 'lastWorkshop' THEN coalesce(
       (SELECT max(m.ends_at) FROM series_call s JOIN meeting m ON m.series_id = s.series_id
        WHERE s.call_id = ended.call_id AND m.state <> 'cancelled'),
       ended.at + make_interval(secs => 365 * 86400))
     ELSE ended.at END
   FROM ended $$;--> statement-breakpoint
-- As before; with the last answer the code of a person who applied as a body goes out of the data too.
CREATE OR REPLACE FUNCTION erase_answers(of_submission uuid, gone text[], redacted text, on_day date, erasure uuid)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE sent submission; data jsonb; stays jsonb; due text[]; part text; question text; rest integer;
BEGIN
  SELECT * INTO sent FROM submission WHERE id = of_submission FOR UPDATE;
  due := answers_due(of_submission);
  IF cardinality(due) = 0 OR cardinality(gone) = 0 THEN RETURN false; END IF;
  IF NOT gone <@ due THEN RAISE EXCEPTION 'the days of these answers are not over'; END IF;
  IF on_day <> (clock_timestamp() AT TIME ZONE 'Europe/Rome')::date THEN RAISE EXCEPTION 'another day'; END IF;
  data := sent.snapshot::jsonb;
  stays := data;
  FOREACH question IN ARRAY gone LOOP
    FOR part IN SELECT jsonb_object_keys(data -> 'answers') LOOP
      stays := stays #- ARRAY['answers', part, question];
    END LOOP;
  END LOOP;
  stays := jsonb_set(stays, '{files}', (SELECT coalesce(jsonb_agg(f.value ORDER BY f.ordinality), '[]')
    FROM jsonb_array_elements(data -> 'files') WITH ORDINALITY f WHERE f.value ->> 'fieldId' <> ALL (gone)));
  stays := jsonb_set(stays, '{erased}', jsonb_build_object('digest', sent.digest, 'fields',
    coalesce(data #> '{erased,fields}', '{}') || (SELECT jsonb_object_agg(g, on_day::text) FROM unnest(gone) g)));
  rest := jsonb_array_length(stays -> 'files') + (SELECT count(*)
    FROM jsonb_each(stays -> 'answers') s CROSS JOIN LATERAL jsonb_object_keys(s.value));
  IF rest = 0 THEN
    stays := jsonb_set(jsonb_set(jsonb_set(stays, '{applicant,name}', '""'),
      '{submittedBy,name}', '""'), '{submittedBy,email}', '""');
    IF stays #>> '{applicant,key}' ~ '^body:[A-Z0-9]{16}$' THEN
      stays := jsonb_set(stays, '{applicant,key}', '""');
    END IF;
  END IF;
  IF redacted::jsonb <> stays THEN RAISE EXCEPTION 'more or less than these answers would be erased'; END IF;
  INSERT INTO answer_erasure (id, application_id, submission_id, body_id, fields, digest_before,
    digest_after, rest, erased_on, erased_at, made_by)
  VALUES (erasure, sent.application_id, sent.id, sent.body_id, gone,
    encode(sha256(convert_to(sent.snapshot, 'UTF8')), 'hex'),
    encode(sha256(convert_to(redacted, 'UTF8')), 'hex'), rest, on_day, clock_timestamp(),
    pg_current_xact_id()::text);
  UPDATE submission SET snapshot = redacted WHERE id = of_submission;
  RETURN true;
END $$;--> statement-breakpoint
-- Whether this very transaction has erased the last answer of an application, in all that was sent of
-- it; or of the one that a draft was begun to change.
CREATE FUNCTION emptied_here(of_application uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT FROM answer_erasure e JOIN application a
       ON e.application_id = CASE a.state WHEN 'draft' THEN a.replaces_id ELSE a.id END
     WHERE a.id = of_application AND e.rest = 0 AND e.made_by = pg_current_xact_id()::text
       AND NOT EXISTS (SELECT FROM submission s WHERE s.application_id = e.application_id AND NOT EXISTS (
         SELECT FROM answer_erasure o WHERE o.submission_id = s.id AND o.rest = 0))) $$;--> statement-breakpoint
-- What the desk wrote of a person, and what was said: once, in that transaction, and to nothing.
CREATE FUNCTION refuse_change_of_traces() RETURNS trigger LANGUAGE plpgsql AS
$$ DECLARE blank text[] := CASE TG_TABLE_NAME
  WHEN 'desk_entry' THEN ARRAY['document_number', 'delegation', 'email', 'late_reason', 'erased_at']
  ELSE ARRAY['text', 'erased_at'] END;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - blank = to_jsonb(OLD) - blank
    AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND emptied_here(OLD.application_id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'raise_exception';
END $$;--> statement-breakpoint
DROP TRIGGER append_only ON desk_entry;--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON desk_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_traces();--> statement-breakpoint
DROP TRIGGER append_only ON thread_message;--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON thread_message
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_traces();--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_change_of_sent_file() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF OLD.message_id IS NOT NULL AND NOT (TG_OP = 'DELETE' AND emptied_here(OLD.application_id))
     AND (TG_OP = 'DELETE'
     OR to_jsonb(NEW) - 'state' - 'scan_attempts' - 'scan_after'
        IS DISTINCT FROM to_jsonb(OLD) - 'state' - 'scan_attempts' - 'scan_after') THEN
    RAISE EXCEPTION 'a file that was sent is never changed';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
-- The one way to take out what else tells of who applied: with the last answer, and only then.
-- No row: answers are left.
CREATE FUNCTION erase_traces(of_application uuid)
  RETURNS TABLE (entries integer, messages integer, files integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN
  IF NOT emptied_here(of_application) THEN RETURN; END IF;
  -- Who writes a message holds this row: before, and it is emptied, or after.
  UPDATE thread SET waiting_since = NULL WHERE application_id = of_application;
  UPDATE desk_entry SET document_number = NULL, delegation = '', email = NULL, late_reason = '',
    erased_at = clock_timestamp() WHERE erased_at IS NULL AND (application_id = of_application
      OR application_id IN (SELECT id FROM application WHERE replaces_id = of_application AND state = 'draft'));
  GET DIAGNOSTICS entries = ROW_COUNT;
  DELETE FROM thread_file WHERE application_id = of_application;
  GET DIAGNOSTICS files = ROW_COUNT;
  UPDATE thread_message SET text = '', erased_at = clock_timestamp()
    WHERE application_id = of_application AND erased_at IS NULL;
  GET DIAGNOSTICS messages = ROW_COUNT;
  DELETE FROM thread_draft WHERE application_id = of_application;
  RETURN NEXT;
END $$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION erase_traces FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_traces TO cantieri_app;
