-- What the office wrote when it asked for an integration tells of the answers it is about: the words on
-- a question go with the answer to it, all of them with the last answer. Questions, days, number, code
-- and digests stay.
CREATE FUNCTION erased_here(of_application uuid) RETURNS text[] LANGUAGE sql STABLE AS
$$ SELECT coalesce(array_agg(DISTINCT field), '{}')
   FROM answer_erasure e CROSS JOIN LATERAL unnest(e.fields) field
   WHERE e.application_id = of_application AND e.made_by = pg_current_xact_id()::text $$;--> statement-breakpoint
CREATE FUNCTION items_left(of_application uuid, asked jsonb) RETURNS jsonb LANGUAGE sql STABLE AS
$$ SELECT jsonb_agg(CASE WHEN emptied_here(of_application)
       OR item.value ->> 'field' = ANY (erased_here(of_application))
     THEN jsonb_set(item.value, '{missing}', '""') ELSE item.value END ORDER BY item.ordinality)
   FROM jsonb_array_elements(asked) WITH ORDINALITY item $$;--> statement-breakpoint
-- The answer that is being prepared, without what was erased; a row of a question is named "partners_2".
CREATE FUNCTION prepared_left(of_application uuid, prepared jsonb) RETURNS jsonb LANGUAGE sql STABLE AS
$$ SELECT coalesce(jsonb_object_agg(section.key, section.value
       || jsonb_build_object('answers', coalesce(kept.answers, '{}'), 'changes', coalesce(kept.changes, '{}'))), '{}')
   FROM jsonb_each(prepared) section CROSS JOIN LATERAL (SELECT
     (SELECT jsonb_object_agg(a.key, a.value) FROM jsonb_each(section.value -> 'answers') a
      WHERE split_part(a.key, '_', 1) <> ALL (erased_here(of_application))) AS answers,
     (SELECT jsonb_object_agg(c.key, c.value) FROM jsonb_each(section.value -> 'changes') c
      WHERE split_part(c.key, '_', 1) <> ALL (erased_here(of_application))) AS changes) kept $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_change_of_integration() RETURNS trigger LANGUAGE plpgsql AS
$$
DECLARE free text[] := ARRAY['state','closes_at','sections','removed_files','answer_id','settled_at',
  'cancelled_by','cancel_reason'];
DECLARE texts text[] := ARRAY['items','reason','sections','cancel_reason'];
BEGIN
  IF TG_OP = 'UPDATE' AND cardinality(erased_here(OLD.application_id)) > 0
     AND to_jsonb(NEW) - texts = to_jsonb(OLD) - texts
     AND NEW.items = items_left(OLD.application_id, OLD.items)
     AND NEW.sections = prepared_left(OLD.application_id, OLD.sections)
     AND NEW.reason = (CASE WHEN emptied_here(OLD.application_id) THEN '' ELSE OLD.reason END)
     AND coalesce(NEW.cancel_reason, '') =
       (CASE WHEN emptied_here(OLD.application_id) THEN '' ELSE coalesce(OLD.cancel_reason, '') END)
     AND (NEW.cancel_reason IS NULL) = (OLD.cancel_reason IS NULL) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.state <> 'open' OR NEW.closes_at < OLD.closes_at
     OR to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free THEN
    RAISE EXCEPTION 'a request for integration is never changed';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE FUNCTION refuse_change_of_extension() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'UPDATE' AND NEW.reason = '' AND to_jsonb(NEW) - 'reason' = to_jsonb(OLD) - 'reason'
    AND emptied_here((SELECT r.application_id FROM integration_request r WHERE r.id = OLD.request_id)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'raise_exception';
END $$;--> statement-breakpoint
DROP TRIGGER append_only ON integration_extension;--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON integration_extension
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_extension();--> statement-breakpoint
-- What is left of the view of a document when answers behind it are erased; null: all of it stays.
CREATE FUNCTION view_left(kind text, view jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE kind
     WHEN 'applicationCopy' THEN jsonb_set(view, '{sections}', '[]')
     WHEN 'integrationRequest' THEN jsonb_set(jsonb_set(jsonb_set(view,
       '{items}', '[]'), '{reason}', '""'), '{applicant,name}', '""') END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_change_of_document() RETURNS trigger LANGUAGE plpgsql AS
$$ DECLARE emptied boolean := TG_OP = 'UPDATE' AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL
  AND coalesce(NEW.view = view_left(OLD.kind, OLD.view), false)
  AND EXISTS (SELECT FROM answer_erasure e WHERE e.made_by = pg_current_xact_id()::text
    AND e.application_id = coalesce(
      (SELECT r.application_id FROM integration_request r WHERE r.id = OLD.subject_id), OLD.subject_id));
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.view IS DISTINCT FROM OLD.view AND NOT emptied)
     OR (NEW.erased_at IS DISTINCT FROM OLD.erased_at AND NOT emptied) OR NEW.code <> OLD.code
     OR NEW.issued_at <> OLD.issued_at OR NEW.data_digest IS DISTINCT FROM OLD.data_digest
     OR (OLD.file_hash IS NOT NULL AND NEW.file_hash IS DISTINCT FROM OLD.file_hash)
     OR (OLD.state <> 'valid' AND NEW.state <> OLD.state) THEN
    RAISE EXCEPTION 'an issued document is never changed';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
-- The one way to take the words of requests out, in the transaction of an erasure; elsewhere it does
-- nothing. The letter is one file: it goes with the first of its words. How many letters went.
CREATE FUNCTION erase_requests(of_application uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE everything boolean := emptied_here(of_application); letters integer;
BEGIN
  IF cardinality(erased_here(of_application)) = 0 THEN RETURN 0; END IF;
  UPDATE integration_request r SET items = items_left(of_application, r.items),
      sections = prepared_left(of_application, r.sections),
      reason = CASE WHEN everything THEN '' ELSE r.reason END,
      cancel_reason = CASE WHEN everything AND r.cancel_reason IS NOT NULL THEN '' ELSE r.cancel_reason END
    WHERE r.application_id = of_application;
  IF everything THEN
    UPDATE integration_extension e SET reason = '' FROM integration_request r
      WHERE r.id = e.request_id AND r.application_id = of_application AND e.reason <> '';
  END IF;
  UPDATE issued_document d SET view = view_left(d.kind, d.view), erased_at = clock_timestamp()
    FROM integration_request r
    WHERE r.application_id = of_application AND d.id = r.document_id AND d.erased_at IS NULL
      AND EXISTS (SELECT FROM jsonb_array_elements(r.items) item WHERE item ->> 'missing' = '');
  GET DIAGNOSTICS letters = ROW_COUNT;
  RETURN letters;
END $$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION erase_requests FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_requests TO cantieri_app;
