CREATE TABLE "call_edit" (
	"call_id" uuid NOT NULL,
	"field" text NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "call_edit_call_id_field_pk" PRIMARY KEY("call_id","field")
);
--> statement-breakpoint
CREATE TABLE "call_presence" (
	"call_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seen_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "call_presence_call_id_person_id_pk" PRIMARY KEY("call_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "call_edit" ADD CONSTRAINT "call_edit_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_edit" ADD CONSTRAINT "call_edit_edited_by_person_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_presence" ADD CONSTRAINT "call_presence_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_presence" ADD CONSTRAINT "call_presence_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE call_presence SET UNLOGGED;
--> statement-breakpoint
DO $$
DECLARE walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['call_edit','call_presence'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY body_wall ON %I TO cantieri_app USING (
        (SELECT current_setting(''cantieri.bodies'', true)) = ''*''
        OR EXISTS (SELECT FROM call parent WHERE parent.id = %I.call_id))', walled, walled);
  END LOOP;
END $$;
