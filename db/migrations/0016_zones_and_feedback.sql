CREATE TABLE "page_feedback" (
	"id" uuid PRIMARY KEY NOT NULL,
	"page" text NOT NULL,
	"rate" integer NOT NULL,
	"reason" text,
	"comment" text,
	"given_on" date NOT NULL,
	CONSTRAINT "page_feedback_rate" CHECK ("page_feedback"."rate" between 1 and 5),
	CONSTRAINT "page_feedback_comment" CHECK (length("page_feedback"."comment") <= 200)
);
--> statement-breakpoint
CREATE TABLE "zone_succession" (
	"predecessor_id" uuid NOT NULL,
	"successor_id" uuid NOT NULL,
	"since" date NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "zone_succession_predecessor_id_successor_id_pk" PRIMARY KEY("predecessor_id","successor_id"),
	CONSTRAINT "zone_succession_not_itself" CHECK ("zone_succession"."predecessor_id" <> "zone_succession"."successor_id")
);
--> statement-breakpoint
ALTER TABLE "zone_municipality" ADD COLUMN "zone_ended_on" date;--> statement-breakpoint
ALTER TABLE "zone_succession" ADD CONSTRAINT "zone_succession_predecessor_id_zone_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."zone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zone_succession" ADD CONSTRAINT "zone_succession_successor_id_zone_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."zone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "page_feedback_given_on_page_index" ON "page_feedback" USING btree ("given_on","page");--> statement-breakpoint
CREATE INDEX "zone_succession_successor_id_index" ON "zone_succession" USING btree ("successor_id");--> statement-breakpoint
ALTER TABLE "zone_municipality" ADD CONSTRAINT "zone_municipality_days" CHECK (coalesce("zone_municipality"."valid_to", "zone_municipality"."zone_ended_on") > "zone_municipality"."valid_from");
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- On no day is a municipality in two zones: whoever is second finds it taken, at any time.
ALTER TABLE zone_municipality ADD CONSTRAINT one_zone_a_day EXCLUDE USING gist (
  municipality_id WITH =, daterange(valid_from, coalesce(valid_to, zone_ended_on)) WITH &&);
--> statement-breakpoint
ALTER TABLE zone ADD CONSTRAINT zone_days CHECK (valid_to > valid_from);
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON zone_succession
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON zone_succession FROM cantieri_app;
--> statement-breakpoint
-- A zone and all those that it came out of, however long ago.
CREATE FUNCTION zone_and_past(of_zone uuid) RETURNS uuid[] LANGUAGE sql STABLE AS
$$ WITH RECURSIVE past AS (
     SELECT of_zone AS id
     UNION SELECT s.predecessor_id FROM zone_succession s JOIN past ON s.successor_id = past.id)
   SELECT array_agg(id) FROM past $$;
--> statement-breakpoint
-- Whoever wanted to hear of a zone hears of what came after it.
CREATE FUNCTION subscribe_to_successor() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  UPDATE subscription SET zone_ids = zone_ids || NEW.successor_id
  WHERE NEW.predecessor_id = ANY (zone_ids) AND NEW.successor_id <> ALL (zone_ids);
  UPDATE subscription_request SET zone_ids = zone_ids || NEW.successor_id
  WHERE NEW.predecessor_id = ANY (zone_ids) AND NEW.successor_id <> ALL (zone_ids);
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION subscribe_to_successor() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER successor_is_wanted AFTER INSERT ON zone_succession
  FOR EACH ROW EXECUTE FUNCTION subscribe_to_successor();
--> statement-breakpoint
ALTER TABLE page_feedback ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Of no body: anybody gives it, and whoever answers for all pages reads it.
CREATE POLICY body_wall ON page_feedback TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*');
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON page_feedback
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON page_feedback FROM cantieri_app;
