CREATE TABLE "thread" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"last_number" integer NOT NULL,
	"last_of_staff" integer DEFAULT 0 NOT NULL,
	"last_at" timestamp (6) with time zone NOT NULL,
	"waiting_since" timestamp (6) with time zone,
	CONSTRAINT "thread_numbers" CHECK ("thread"."last_of_staff" between 0 and "thread"."last_number")
);
--> statement-breakpoint
CREATE TABLE "thread_draft" (
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "thread_draft_application_id_person_id_pk" PRIMARY KEY("application_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "thread_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"message_id" uuid,
	"file_hash" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"scan_attempts" integer DEFAULT 0 NOT NULL,
	"scan_after" timestamp (6) with time zone,
	"uploaded_by" uuid NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "thread_file_state" CHECK ("thread_file"."state" in ('scanning','clean','notScanned','infected','refused'))
);
--> statement-breakpoint
CREATE TABLE "thread_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"side" text NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"key" text NOT NULL,
	"sent_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "thread_message_number" UNIQUE("application_id","number"),
	CONSTRAINT "thread_message_once" UNIQUE("application_id","author_id","key"),
	CONSTRAINT "thread_message_side" CHECK ("thread_message"."side" in ('applicant','staff')),
	CONSTRAINT "thread_message_text" CHECK (length("thread_message"."text") between 1 and 4000)
);
--> statement-breakpoint
CREATE TABLE "thread_notice" (
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"due_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "thread_notice_application_id_person_id_pk" PRIMARY KEY("application_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "thread_reader" (
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"read_number" integer NOT NULL,
	"read_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "thread_reader_application_id_person_id_pk" PRIMARY KEY("application_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_draft" ADD CONSTRAINT "thread_draft_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_draft" ADD CONSTRAINT "thread_draft_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_file" ADD CONSTRAINT "thread_file_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_file" ADD CONSTRAINT "thread_file_message_id_thread_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."thread_message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_file" ADD CONSTRAINT "thread_file_file_hash_file_object_sha256_fk" FOREIGN KEY ("file_hash") REFERENCES "public"."file_object"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_file" ADD CONSTRAINT "thread_file_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_message" ADD CONSTRAINT "thread_message_application_id_thread_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."thread"("application_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_message" ADD CONSTRAINT "thread_message_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_message" ADD CONSTRAINT "thread_message_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_notice" ADD CONSTRAINT "thread_notice_application_id_thread_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."thread"("application_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_notice" ADD CONSTRAINT "thread_notice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reader" ADD CONSTRAINT "thread_reader_application_id_thread_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."thread"("application_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reader" ADD CONSTRAINT "thread_reader_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "thread_waiting" ON "thread" USING btree ("body_id","waiting_since","application_id") WHERE "thread"."waiting_since" is not null;--> statement-breakpoint
CREATE INDEX "thread_draft_updated_at_index" ON "thread_draft" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "thread_file_application_id_message_id_index" ON "thread_file" USING btree ("application_id","message_id");--> statement-breakpoint
CREATE INDEX "thread_file_file_hash_index" ON "thread_file" USING btree ("file_hash");--> statement-breakpoint
CREATE INDEX "thread_file_scanning" ON "thread_file" USING btree ("created_at") WHERE "thread_file"."state" = 'scanning';--> statement-breakpoint
CREATE INDEX "thread_file_unsent" ON "thread_file" USING btree ("created_at") WHERE "thread_file"."message_id" is null;--> statement-breakpoint
CREATE INDEX "thread_notice_due_at_index" ON "thread_notice" USING btree ("due_at");--> statement-breakpoint
DO $$
DECLARE walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['thread','thread_message'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY body_wall ON %I TO cantieri_app USING (
        (SELECT current_setting(''cantieri.bodies'', true)) = ''*''
        OR body_id::text = ANY (string_to_array((SELECT current_setting(''cantieri.bodies'', true)), '','')))', walled);
  END LOOP;
  FOREACH walled IN ARRAY ARRAY['thread_file','thread_draft','thread_reader','thread_notice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY body_wall ON %I TO cantieri_app USING (
        (SELECT current_setting(''cantieri.bodies'', true)) = ''*''
        OR EXISTS (SELECT FROM application parent WHERE parent.id = %I.application_id))', walled, walled);
  END LOOP;
END $$;
--> statement-breakpoint
-- What was said stays as it was said.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON thread_message
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON thread_message FROM cantieri_app;
--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON thread FROM cantieri_app;
--> statement-breakpoint
-- A file that was sent stays with its message; only what the scanner finds of it changes.
CREATE FUNCTION refuse_change_of_sent_file() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF OLD.message_id IS NOT NULL AND (TG_OP = 'DELETE'
     OR to_jsonb(NEW) - 'state' - 'scan_attempts' - 'scan_after'
        IS DISTINCT FROM to_jsonb(OLD) - 'state' - 'scan_attempts' - 'scan_after') THEN
    RAISE EXCEPTION 'a file that was sent is never changed';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER sent_file BEFORE UPDATE OR DELETE ON thread_file
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sent_file();
--> statement-breakpoint
REVOKE TRUNCATE ON thread_file FROM cantieri_app;
