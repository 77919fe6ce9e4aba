CREATE TABLE "call_search" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscription" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"zone_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"themes" text[] DEFAULT '{}'::text[] NOT NULL,
	"audiences" text[] DEFAULT '{}'::text[] NOT NULL,
	"daily" boolean NOT NULL,
	"locale" text NOT NULL,
	"daily_since" timestamp (6) with time zone NOT NULL,
	"confirmed_at" timestamp (6) with time zone NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "subscription_email_unique" UNIQUE("email"),
	CONSTRAINT "subscription_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "subscription_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"zone_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"themes" text[] DEFAULT '{}'::text[] NOT NULL,
	"audiences" text[] DEFAULT '{}'::text[] NOT NULL,
	"daily" boolean NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "subscription_request_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "subscription_round" (
	"key" text PRIMARY KEY NOT NULL,
	"call_id" uuid,
	"since" timestamp (6) with time zone,
	"until" timestamp (6) with time zone,
	"after" uuid,
	"told" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp (6) with time zone NOT NULL,
	"finished_at" timestamp (6) with time zone,
	CONSTRAINT "subscription_round_kind" CHECK (("subscription_round"."call_id" is null) <> ("subscription_round"."since" is null or "subscription_round"."until" is null))
);
--> statement-breakpoint
ALTER TABLE "call_search" ADD CONSTRAINT "call_search_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_round" ADD CONSTRAINT "subscription_round_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_search_words" ON "call_search" USING gin ("words");--> statement-breakpoint
CREATE INDEX "subscription_expires_at_index" ON "subscription" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "subscription_request_expires_at_index" ON "subscription_request" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "subscription_round_call_id_index" ON "subscription_round" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "call_by_end" ON "call" USING btree ((coalesce("closes_at", 'infinity')),"id") WHERE "call"."state" = 'published';--> statement-breakpoint
CREATE INDEX "call_by_start" ON "call" USING btree ("opens_at","id") WHERE "call"."state" = 'published';--> statement-breakpoint
CREATE INDEX "call_by_last_end" ON "call" USING btree ((coalesce("closes_at", '-infinity')),"id") WHERE "call"."state" <> 'draft';--> statement-breakpoint
CREATE INDEX "call_counted" ON "call" USING btree ("state","zone_id","opens_at","closes_at","audiences","themes","body_id");--> statement-breakpoint
-- Italian without accents: "qualita" finds "qualità", "Sacele" finds "Săcele".
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION cantieri_italian (COPY = italian);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION cantieri_italian
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, italian_stem;
--> statement-breakpoint
-- A text as the search reads it. One character becomes one character, so that what is found in it can
-- be shown in the text itself. Under some locales the parser takes every character beyond ASCII for a
-- letter and would not see the end of a word at a typographic apostrophe; "e/o" it takes for a file.
CREATE FUNCTION search_text(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT translate(normalize(given, NFC), '’‘ʼ´`“”„«»–—…/·•<>&|', repeat('''', 5) || repeat('"', 5) || repeat(' ', 10)) $$;
--> statement-breakpoint
-- The same with its nouns in the plural where the stemmer takes the singular for a verb: by itself
-- "cantiere", "anziano" and "laboratorio" are not found by "cantieri", "anziani" and "laboratori".
CREATE FUNCTION search_words(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT regexp_replace(search_text(given),
  '(ator)i[oae]\M|([ao]n)o\M|([aeo]r)e\M|\m(ent)e\M|\m(ort)o\M', '\1\2\3\4\5i', 'gi') $$;
--> statement-breakpoint
-- What to mark in a text: the words as they were typed, in the plural and in the singular.
CREATE FUNCTION search_marks(given text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT websearch_to_tsquery('public.cantieri_italian', search_text(given))
  || websearch_to_tsquery('public.cantieri_italian', search_words(given))
  || websearch_to_tsquery('public.cantieri_italian', regexp_replace(regexp_replace(search_text(given),
    '(atori)\M|([ao]n)i\M|\m(ort)i\M', '\1\2\3o', 'gi'), '([aeo]r|\ment)i\M', '\1e', 'gi')) $$;
--> statement-breakpoint
-- What the search knows of a call: its own texts, who publishes it, and where it is for, so that the
-- name of a town finds the calls of its zone.
CREATE FUNCTION write_call_words(of_call uuid) RETURNS void LANGUAGE sql
  SECURITY DEFINER SET search_path = public AS
$$
  INSERT INTO call_search (call_id, words)
  SELECT c.id,
    setweight(to_tsvector('cantieri_italian', search_words(c.title)), 'A')
    || setweight(to_tsvector('cantieri_italian', search_words(c.summary)), 'B')
    || setweight(to_tsvector('cantieri_italian', search_words(concat_ws(' ', b.name, z.name, (
        SELECT string_agg(m.name, ', ') FROM municipality m WHERE m.id IN (
          SELECT cm.municipality_id FROM call_municipality cm WHERE cm.call_id = c.id
          UNION ALL
          SELECT zm.municipality_id FROM zone_municipality zm
          WHERE zm.zone_id = c.zone_id AND zm.valid_to IS NULL
            AND NOT EXISTS (SELECT FROM call_municipality cm WHERE cm.call_id = c.id)))))), 'C')
    || setweight(to_tsvector('cantieri_italian', search_words(coalesce((
        SELECT string_agg(sheet.value, ' ') FROM jsonb_each_text(c.content -> 'sheet') sheet), ''))), 'D')
  FROM call c JOIN body b ON b.id = c.body_id LEFT JOIN zone z ON z.id = c.zone_id
  WHERE c.id = of_call AND c.state <> 'draft'
  ON CONFLICT (call_id) DO UPDATE SET words = excluded.words
$$;
--> statement-breakpoint
CREATE FUNCTION refresh_call_words() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  CASE TG_TABLE_NAME
    WHEN 'call' THEN PERFORM write_call_words(NEW.id);
    WHEN 'call_municipality' THEN PERFORM write_call_words(coalesce(NEW.call_id, OLD.call_id));
    WHEN 'body' THEN PERFORM write_call_words(c.id) FROM call c WHERE c.body_id = NEW.id;
    WHEN 'zone' THEN PERFORM write_call_words(c.id) FROM call c WHERE c.zone_id = NEW.id;
    WHEN 'zone_municipality' THEN PERFORM write_call_words(c.id) FROM call c
      WHERE c.zone_id IN (NEW.zone_id, OLD.zone_id);
  END CASE;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION write_call_words(uuid), refresh_call_words() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER call_words AFTER INSERT OR UPDATE OF title, summary, content, state, body_id, zone_id ON call
  FOR EACH ROW WHEN (NEW.state <> 'draft') EXECUTE FUNCTION refresh_call_words();
--> statement-breakpoint
CREATE TRIGGER call_words AFTER INSERT OR DELETE ON call_municipality
  FOR EACH ROW EXECUTE FUNCTION refresh_call_words();
--> statement-breakpoint
CREATE TRIGGER call_words AFTER UPDATE OF name ON body
  FOR EACH ROW WHEN (NEW.name <> OLD.name) EXECUTE FUNCTION refresh_call_words();
--> statement-breakpoint
CREATE TRIGGER call_words AFTER UPDATE OF name ON zone
  FOR EACH ROW WHEN (NEW.name <> OLD.name) EXECUTE FUNCTION refresh_call_words();
--> statement-breakpoint
CREATE TRIGGER call_words AFTER INSERT OR UPDATE OR DELETE ON zone_municipality
  FOR EACH ROW EXECUTE FUNCTION refresh_call_words();
--> statement-breakpoint
-- Nobody but the triggers writes the words.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON call_search FROM cantieri_app;
--> statement-breakpoint
SELECT write_call_words(id) FROM call;
--> statement-breakpoint
-- Who subscribes belongs to no body: staff, whatever their body, never see a subscriber.
DO $$
DECLARE walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['subscription','subscription_request','subscription_round'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY public_wall ON %I TO cantieri_app USING (
      (SELECT current_setting(''cantieri.bodies'', true)) = ''*'')', walled);
  END LOOP;
END $$;
