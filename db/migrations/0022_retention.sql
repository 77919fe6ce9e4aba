CREATE TABLE "answer_erasure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"fields" text[] NOT NULL,
	"digest_before" text NOT NULL,
	"digest_after" text NOT NULL,
	"rest" integer NOT NULL,
	"erased_on" date NOT NULL,
	"erased_at" timestamp(6) with time zone NOT NULL,
	"made_by" text NOT NULL,
	CONSTRAINT "answer_erasure_rest" CHECK ("answer_erasure"."rest" >= 0)
);
--> statement-breakpoint
ALTER TABLE "issued_document" ADD COLUMN "erased_at" timestamp(6) with time zone;--> statement-breakpoint
ALTER TABLE "answer_erasure" ADD CONSTRAINT "answer_erasure_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_erasure" ADD CONSTRAINT "answer_erasure_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_erasure" ADD CONSTRAINT "answer_erasure_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_erasure_submission_id_index" ON "answer_erasure" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "answer_erasure_application_id_index" ON "answer_erasure" USING btree ("application_id");
--> statement-breakpoint
ALTER TABLE answer_erasure ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY body_wall ON answer_erasure FOR SELECT TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR body_id::text = ANY (string_to_array((SELECT current_setting('cantieri.bodies', true)), ',')));--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON answer_erasure FROM cantieri_app;--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON answer_erasure
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- When what the days of an answer are counted from has come. A revoked call has no outcome but its
-- end; where no meeting was planned, a year after the outcome stands for the last one.
CREATE FUNCTION retention_start(of_application uuid, starts_from text) RETURNS timestamptz
  LANGUAGE sql STABLE AS
$$ WITH ended AS (SELECT a.id, a.call_id, coalesce(
     (SELECT o.published_at FROM outcome o WHERE o.call_id = a.call_id),
     (SELECT max(c.published_at) FROM call_act c WHERE c.call_id = a.call_id AND c.kind = 'revocation')) AS at
   FROM application a WHERE a.id = of_application)
   SELECT CASE starts_from
     WHEN 'check' THEN coalesce(
       (SELECT min(d.decided_at) FROM decision d WHERE d.application_id = ended.id), ended.at)
     WHEN 'lastWorkshop' THEN coalesce(
       (SELECT max(m.ends_at) FROM series_call s JOIN meeting m ON m.series_id = s.series_id
        WHERE s.call_id = ended.call_id AND m.state <> 'cancelled'),
       ended.at + make_interval(secs => 365 * 86400))
     ELSE ended.at END
   FROM ended $$;--> statement-breakpoint
-- The questions of a submission whose answers or files are there and whose days are over.
CREATE FUNCTION answers_due(of_submission uuid) RETURNS text[] LANGUAGE sql STABLE AS
$$ WITH sent AS (SELECT s.application_id, s.snapshot::jsonb AS data FROM submission s WHERE s.id = of_submission)
   SELECT coalesce(array_agg(DISTINCT field ->> 'id'), '{}')
   FROM sent
   JOIN form_definition form ON form.id = (sent.data -> 'call' ->> 'formDefinitionId')::uuid
   CROSS JOIN LATERAL jsonb_array_elements(form.definition -> 'sections') section
   CROSS JOIN LATERAL jsonb_array_elements(section -> 'fields') field
   WHERE (EXISTS (SELECT FROM jsonb_each(sent.data -> 'answers') given WHERE given.value ? (field ->> 'id'))
       OR EXISTS (SELECT FROM jsonb_array_elements(sent.data -> 'files') file
                  WHERE file ->> 'fieldId' = field ->> 'id'))
     AND retention_start(sent.application_id, coalesce(field ->> 'retentionFrom', 'outcome'))
       + make_interval(secs => (field ->> 'retentionDays')::int * 86400) < clock_timestamp() $$;--> statement-breakpoint
-- The one way to take answers out of what was sent: those whose days are over, and nothing else.
-- It computes by itself what must stay, and compares. False: there is nothing (left) to do.
CREATE FUNCTION erase_answers(of_submission uuid, gone text[], redacted text, on_day date, erasure uuid)
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
REVOKE EXECUTE ON FUNCTION erase_answers FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_answers TO cantieri_app;--> statement-breakpoint
-- What was sent never changes, but for an erasure that this very transaction has written down.
CREATE FUNCTION refuse_change_of_submission() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'snapshot' = to_jsonb(OLD) - 'snapshot' AND EXISTS (
    SELECT FROM answer_erasure e WHERE e.submission_id = OLD.id
      AND e.made_by = pg_current_xact_id()::text
      AND e.digest_before = encode(sha256(convert_to(OLD.snapshot, 'UTF8')), 'hex')
      AND e.digest_after = encode(sha256(convert_to(NEW.snapshot, 'UTF8')), 'hex')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'raise_exception';
END $$;--> statement-breakpoint
DROP TRIGGER append_only ON submission;--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON submission
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submission();--> statement-breakpoint
-- A copy of the answers loses them with the answers; its code and its digests stay.
CREATE OR REPLACE FUNCTION refuse_change_of_document() RETURNS trigger LANGUAGE plpgsql AS
$$ DECLARE emptied boolean := TG_OP = 'UPDATE' AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL
  AND OLD.kind = 'applicationCopy' AND NEW.view = jsonb_set(OLD.view, '{sections}', '[]')
  AND EXISTS (SELECT FROM answer_erasure e WHERE e.application_id = OLD.subject_id
    AND e.made_by = pg_current_xact_id()::text);
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.view IS DISTINCT FROM OLD.view AND NOT emptied)
     OR (NEW.erased_at IS DISTINCT FROM OLD.erased_at AND NOT emptied) OR NEW.code <> OLD.code
     OR NEW.issued_at <> OLD.issued_at OR NEW.data_digest IS DISTINCT FROM OLD.data_digest
     OR (OLD.file_hash IS NOT NULL AND NEW.file_hash IS DISTINCT FROM OLD.file_hash)
     OR (OLD.state <> 'valid' AND NEW.state <> OLD.state) THEN
    RAISE EXCEPTION 'an issued document is never changed';
  END IF;
  RETURN NEW;
END $$;
