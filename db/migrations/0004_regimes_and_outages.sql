CREATE TABLE "regime_adjustment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"regime" text NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"reason" text NOT NULL,
	"adjusted_by" uuid,
	"adjusted_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "regime_adjustment_bodyId_regime_version_unique" UNIQUE("body_id","regime","version"),
	CONSTRAINT "regime_adjustment_version" CHECK ("regime_adjustment"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "outage" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid,
	"kind" text NOT NULL,
	"started_at" timestamp (6) with time zone NOT NULL,
	"ended_at" timestamp (6) with time zone,
	"note" text NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamp (6) with time zone NOT NULL,
	"withdrawn_at" timestamp (6) with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "outage_kind" CHECK ("outage"."kind" in ('platform','identity','mail','network','other')),
	CONSTRAINT "outage_times" CHECK ("outage"."ended_at" is null or "outage"."started_at" < "outage"."ended_at"),
	CONSTRAINT "outage_withdrawn" CHECK (("outage"."withdrawn_at" is null) = ("outage"."withdrawn_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "cut_offs" timestamp (6) with time zone[] DEFAULT '{}'::timestamptz[] NOT NULL;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "regime_version" integer;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "regime_rules" jsonb;--> statement-breakpoint
ALTER TABLE "regime_adjustment" ADD CONSTRAINT "regime_adjustment_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regime_adjustment" ADD CONSTRAINT "regime_adjustment_adjusted_by_person_id_fk" FOREIGN KEY ("adjusted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outage" ADD CONSTRAINT "outage_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outage" ADD CONSTRAINT "outage_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outage_started_at_index" ON "outage" USING btree ("started_at");--> statement-breakpoint
ALTER TABLE regime_adjustment ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY body_wall ON regime_adjustment TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR body_id::text = ANY (string_to_array((SELECT current_setting('cantieri.bodies', true)), ',')));
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON regime_adjustment
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON regime_adjustment FROM cantieri_app;
--> statement-breakpoint
ALTER TABLE outage ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- What the system noticed by itself every body sees; only jobs write it.
CREATE POLICY body_wall ON outage FOR SELECT TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*' OR body_id IS NULL
  OR body_id::text = ANY (string_to_array((SELECT current_setting('cantieri.bodies', true)), ',')));
--> statement-breakpoint
CREATE POLICY body_wall_insert ON outage FOR INSERT TO cantieri_app WITH CHECK (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR body_id::text = ANY (string_to_array((SELECT current_setting('cantieri.bodies', true)), ',')));
--> statement-breakpoint
CREATE POLICY body_wall_update ON outage FOR UPDATE TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR body_id::text = ANY (string_to_array((SELECT current_setting('cantieri.bodies', true)), ',')));
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_outage() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL
     OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at)
     OR to_jsonb(NEW) - 'ended_at' - 'withdrawn_at' - 'withdrawn_reason'
        IS DISTINCT FROM to_jsonb(OLD) - 'ended_at' - 'withdrawn_at' - 'withdrawn_reason' THEN
    RAISE EXCEPTION 'an outage is only ever ended or withdrawn';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER immutable_outage BEFORE UPDATE OR DELETE ON outage
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_outage();
--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON outage FROM cantieri_app;
--> statement-breakpoint
-- A call keeps the rules it was published with; only what was never public goes back to a draft.
CREATE FUNCTION refuse_change_of_regime() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF OLD.regime_rules IS NOT NULL AND NEW.state <> 'draft'
     AND (NEW.regime_rules IS DISTINCT FROM OLD.regime_rules
       OR NEW.regime_version IS DISTINCT FROM OLD.regime_version OR NEW.regime <> OLD.regime) THEN
    RAISE EXCEPTION 'a published call keeps its regime';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER kept_regime BEFORE UPDATE ON call
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_regime();
--> statement-breakpoint
-- A version whose publication still lies ahead has not been published: it may be taken back.
CREATE FUNCTION refuse_change_of_version() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'DELETE' AND OLD.published_at > clock_timestamp() THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'raise_exception';
END $$;
--> statement-breakpoint
DROP TRIGGER append_only ON call_version;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON call_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();
--> statement-breakpoint
GRANT DELETE ON call_version TO cantieri_app;
