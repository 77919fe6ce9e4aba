CREATE TABLE "prepared_form" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"form_definition_id" uuid NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"created_by" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "prepared_form" ADD CONSTRAINT "prepared_form_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_form" ADD CONSTRAINT "prepared_form_form_definition_id_form_definition_id_fk" FOREIGN KEY ("form_definition_id") REFERENCES "public"."form_definition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_form" ADD CONSTRAINT "prepared_form_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE prepared_form ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY body_wall ON prepared_form TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR EXISTS (SELECT FROM call parent WHERE parent.id = prepared_form.call_id));
