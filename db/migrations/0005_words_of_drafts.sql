DROP INDEX "call_counted";--> statement-breakpoint
CREATE INDEX "call_counted" ON "call" USING btree ("state","zone_id","published_at","opens_at","closes_at","audiences","themes","body_id");
--> statement-breakpoint
-- A call that goes back to its draft before its moment leaves no words behind.
CREATE OR REPLACE FUNCTION refresh_call_words() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  CASE TG_TABLE_NAME
    WHEN 'call' THEN
      IF NEW.state = 'draft' THEN DELETE FROM call_search WHERE call_id = NEW.id;
      ELSE PERFORM write_call_words(NEW.id);
      END IF;
    WHEN 'call_municipality' THEN PERFORM write_call_words(coalesce(NEW.call_id, OLD.call_id));
    WHEN 'body' THEN PERFORM write_call_words(c.id) FROM call c WHERE c.body_id = NEW.id;
    WHEN 'zone' THEN PERFORM write_call_words(c.id) FROM call c WHERE c.zone_id = NEW.id;
    WHEN 'zone_municipality' THEN PERFORM write_call_words(c.id) FROM call c
      WHERE c.zone_id IN (NEW.zone_id, OLD.zone_id);
  END CASE;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER call_words_of_draft AFTER UPDATE OF state ON call
  FOR EACH ROW WHEN (OLD.state <> 'draft' AND NEW.state = 'draft') EXECUTE FUNCTION refresh_call_words();
