CREATE TABLE "desk_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"channel" text NOT NULL,
	"arrived_at" timestamp(6) with time zone,
	"reference" text DEFAULT '' NOT NULL,
	"identity" text NOT NULL,
	"document_kind" text,
	"document_number" text,
	"delegation" text DEFAULT '' NOT NULL,
	"privacy_given" text,
	"privacy_version" text,
	"email" text,
	"late_reason" text DEFAULT '' NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp(6) with time zone NOT NULL,
	CONSTRAINT "desk_entry_purpose" CHECK ("desk_entry"."purpose" in ('application','withdrawal','address')),
	CONSTRAINT "desk_entry_channel" CHECK ("desk_entry"."channel" in ('desk','telephone','paper','pec')),
	CONSTRAINT "desk_entry_arrival" CHECK (("desk_entry"."arrived_at" is not null) = ("desk_entry"."channel" in ('paper','pec')) and "desk_entry"."arrived_at" <= "desk_entry"."entered_at"),
	CONSTRAINT "desk_entry_identity" CHECK (("desk_entry"."identity" = 'document' and "desk_entry"."document_kind" is not null and "desk_entry"."document_number" is not null) or ("desk_entry"."identity" = 'delegation' and "desk_entry"."delegation" <> '')),
	CONSTRAINT "desk_entry_privacy" CHECK (("desk_entry"."privacy_given" is not null and "desk_entry"."privacy_version" is not null) = ("desk_entry"."purpose" = 'application'))
);
--> statement-breakpoint
ALTER TABLE "application" ADD COLUMN "applicant_code" text;--> statement-breakpoint
ALTER TABLE "application" ADD COLUMN "channel" text DEFAULT 'web' NOT NULL;--> statement-breakpoint
ALTER TABLE "application" ADD COLUMN "arrived_at" timestamp(6) with time zone;--> statement-breakpoint
ALTER TABLE "desk_entry" ADD CONSTRAINT "desk_entry_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_entry" ADD CONSTRAINT "desk_entry_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_entry" ADD CONSTRAINT "desk_entry_entered_by_person_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "desk_entry_application_id_entered_at_index" ON "desk_entry" USING btree ("application_id","entered_at");--> statement-breakpoint
CREATE INDEX "desk_entry_body_id_entered_at_index" ON "desk_entry" USING btree ("body_id","entered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "application_one_live_per_code" ON "application" USING btree ("call_id","applicant_code") WHERE "application"."state" not in ('draft','withdrawn');--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_channel" CHECK ("application"."channel" in ('web','desk','telephone','paper','pec'));--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_arrival" CHECK (("application"."arrived_at" is not null) = ("application"."channel" in ('paper','pec')));
--> statement-breakpoint
ALTER TABLE desk_entry ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY body_wall ON desk_entry TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR body_id::text = ANY (string_to_array((SELECT current_setting('cantieri.bodies', true)), ',')));
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON desk_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON desk_entry FROM cantieri_app;
--> statement-breakpoint
-- How an application came, and when, is said once: nobody moves an arrival into the term afterwards.
CREATE TRIGGER coming_is_final BEFORE UPDATE OF channel, arrived_at ON application
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
