CREATE TABLE "prepared_documents" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"documents" jsonb NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	"updated_by" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "prepared_documents" ADD CONSTRAINT "prepared_documents_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_documents" ADD CONSTRAINT "prepared_documents_updated_by_person_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE prepared_documents ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY body_wall ON prepared_documents TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR EXISTS (SELECT FROM call parent WHERE parent.id = prepared_documents.call_id));
