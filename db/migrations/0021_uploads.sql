CREATE TABLE "upload" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"field_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"declared_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text,
	"received" integer DEFAULT 0 NOT NULL,
	"pieces" uuid[] DEFAULT '{}' NOT NULL,
	"attachment_id" uuid,
	"refusal" text,
	"created_at" timestamp (6) with time zone NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "upload_size" CHECK ("upload"."size" > 0),
	CONSTRAINT "upload_received" CHECK ("upload"."received" between 0 and "upload"."size"),
	CONSTRAINT "upload_sha256" CHECK ("upload"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "upload_one_end" CHECK ("upload"."attachment_id" is null or "upload"."refusal" is null)
);
--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_attachment_id_attachment_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "upload_application_id_created_at_index" ON "upload" USING btree ("application_id","created_at");--> statement-breakpoint
CREATE INDEX "upload_attachment_id_index" ON "upload" USING btree ("attachment_id");--> statement-breakpoint
CREATE INDEX "upload_expires_at_index" ON "upload" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE upload ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY body_wall ON upload TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR EXISTS (SELECT FROM application parent WHERE parent.id = upload.application_id));
