CREATE TABLE "clarification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"asker_id" uuid NOT NULL,
	"asked" text NOT NULL,
	"asked_at" timestamp (6) with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"question" text,
	"answer" text,
	"answered_at" timestamp (6) with time zone,
	"answered_by" uuid,
	CONSTRAINT "clarification_state" CHECK ("clarification"."state" in ('open','published','answeredAlone')),
	CONSTRAINT "clarification_answer" CHECK (("clarification"."state" = 'open') = ("clarification"."answer" is null)
        and ("clarification"."state" = 'open') = ("clarification"."answered_at" is null)
        and ("clarification"."state" = 'published') = ("clarification"."question" is not null))
);
--> statement-breakpoint
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_asker_id_person_id_fk" FOREIGN KEY ("asker_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clarification_call_id_state_answered_at_index" ON "clarification" USING btree ("call_id","state","answered_at");--> statement-breakpoint
ALTER TABLE clarification ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY body_wall ON clarification TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR body_id::text = ANY (string_to_array((SELECT current_setting('cantieri.bodies', true)), ',')));
--> statement-breakpoint
-- What was asked stays as it was written; it is answered once, and the answer never changes.
CREATE FUNCTION refuse_change_of_clarification() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'open' OR NEW.state = 'open'
     OR NEW.asked <> OLD.asked OR NEW.asked_at <> OLD.asked_at OR NEW.asker_id <> OLD.asker_id
     OR NEW.call_id <> OLD.call_id OR NEW.body_id <> OLD.body_id THEN
    RAISE EXCEPTION 'a question is answered once and never changed';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER answered_once BEFORE UPDATE OR DELETE ON clarification
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_clarification();
--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON clarification FROM cantieri_app;
