CREATE TABLE "integration_extension" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"before" timestamp (6) with time zone NOT NULL,
	"until" timestamp (6) with time zone NOT NULL,
	"reason" text NOT NULL,
	"extended_by" uuid NOT NULL,
	"extended_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "integration_extension_later" CHECK ("integration_extension"."until" > "integration_extension"."before")
);
--> statement-breakpoint
CREATE TABLE "integration_reminder" (
	"request_id" uuid NOT NULL,
	"hours" integer NOT NULL,
	"ends_at" timestamp (6) with time zone NOT NULL,
	"reminded_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "integration_reminder_request_id_hours_ends_at_pk" PRIMARY KEY("request_id","hours","ends_at"),
	CONSTRAINT "integration_reminder_hours" CHECK ("integration_reminder"."hours" in (72, 24))
);
--> statement-breakpoint
CREATE TABLE "integration_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"items" jsonb NOT NULL,
	"reason" text NOT NULL,
	"submission_number" integer NOT NULL,
	"requested_at" timestamp(6) with time zone NOT NULL,
	"requested_by" uuid NOT NULL,
	"closes_at" timestamp (6) with time zone NOT NULL,
	"register_entry_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"sections" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"removed_files" uuid[] DEFAULT '{}' NOT NULL,
	"answer_id" uuid,
	"settled_at" timestamp(6) with time zone,
	"cancelled_by" uuid,
	"cancel_reason" text,
	CONSTRAINT "integration_request_registerEntryId_unique" UNIQUE("register_entry_id"),
	CONSTRAINT "integration_request_documentId_unique" UNIQUE("document_id"),
	CONSTRAINT "integration_request_answerId_unique" UNIQUE("answer_id"),
	CONSTRAINT "integration_request_state" CHECK ("integration_request"."state" in ('open','answered','expired','cancelled')),
	CONSTRAINT "integration_request_settled" CHECK (("integration_request"."state" = 'open') = ("integration_request"."settled_at" is null) and ("integration_request"."state" = 'answered') = ("integration_request"."answer_id" is not null) and ("integration_request"."state" = 'cancelled') = ("integration_request"."cancel_reason" is not null)),
	CONSTRAINT "integration_request_asks" CHECK (jsonb_array_length("integration_request"."items") > 0)
);
--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "since_submission" integer DEFAULT 1;--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "until_submission" integer;--> statement-breakpoint
ALTER TABLE "refused_attempt" ADD COLUMN "integration_id" uuid;--> statement-breakpoint
ALTER TABLE "integration_extension" ADD CONSTRAINT "integration_extension_request_id_integration_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."integration_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integration_extension" ADD CONSTRAINT "integration_extension_extended_by_person_id_fk" FOREIGN KEY ("extended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integration_reminder" ADD CONSTRAINT "integration_reminder_request_id_integration_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."integration_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integration_request" ADD CONSTRAINT "integration_request_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integration_request" ADD CONSTRAINT "integration_request_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integration_request" ADD CONSTRAINT "integration_request_requested_by_person_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integration_request" ADD CONSTRAINT "integration_request_register_entry_id_register_entry_id_fk" FOREIGN KEY ("register_entry_id") REFERENCES "public"."register_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integration_request" ADD CONSTRAINT "integration_request_document_id_issued_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."issued_document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integration_request" ADD CONSTRAINT "integration_request_answer_id_submission_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integration_request" ADD CONSTRAINT "integration_request_cancelled_by_person_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "integration_extension_request_id_index" ON "integration_extension" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "integration_request_one_open" ON "integration_request" USING btree ("application_id") WHERE "integration_request"."state" = 'open';--> statement-breakpoint
CREATE INDEX "integration_request_application_id_requested_at_index" ON "integration_request" USING btree ("application_id","requested_at");--> statement-breakpoint
CREATE INDEX "integration_request_body_id_index" ON "integration_request" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "integration_request_due" ON "integration_request" USING btree ("closes_at") WHERE "integration_request"."state" = 'open';
--> statement-breakpoint
ALTER TABLE integration_request ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY body_wall ON integration_request TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR body_id::text = ANY (string_to_array((SELECT current_setting('cantieri.bodies', true)), ',')));
--> statement-breakpoint
DO $$
DECLARE walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['integration_extension','integration_reminder'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY body_wall ON %I TO cantieri_app USING (
        (SELECT current_setting(''cantieri.bodies'', true)) = ''*''
        OR EXISTS (SELECT FROM integration_request parent WHERE parent.id = %I.request_id))', walled, walled);
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM cantieri_app', walled);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON integration_extension
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What was asked never changes, a term only moves later, and what was settled stays settled.
CREATE FUNCTION refuse_change_of_integration() RETURNS trigger LANGUAGE plpgsql AS
$$
DECLARE free text[] := ARRAY['state','closes_at','sections','removed_files','answer_id','settled_at',
  'cancelled_by','cancel_reason'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'open' OR NEW.closes_at < OLD.closes_at
     OR to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free THEN
    RAISE EXCEPTION 'a request for integration is never changed';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER immutable_integration BEFORE UPDATE OR DELETE ON integration_request
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_integration();
--> statement-breakpoint
-- A file that was sent stays with what it was sent with; only one that waits can be taken away.
CREATE FUNCTION refuse_change_of_attachment() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF OLD.since_submission IS NOT NULL AND NEW.since_submission IS DISTINCT FROM OLD.since_submission
     OR OLD.until_submission IS NOT NULL AND NEW.until_submission IS DISTINCT FROM OLD.until_submission
     OR NEW.file_hash <> OLD.file_hash OR NEW.field_id <> OLD.field_id THEN
    RAISE EXCEPTION 'a file that was sent is never changed';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER immutable_attachment BEFORE UPDATE ON attachment
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_attachment();
