CREATE TABLE "call_set" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"title" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "set_id" uuid;--> statement-breakpoint
ALTER TABLE "call_set" ADD CONSTRAINT "call_set_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_set" ADD CONSTRAINT "call_set_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_set_body_id_index" ON "call_set" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "call_set_source_id_index" ON "call_set" USING btree ("source_id");--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_set_id_call_set_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."call_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_once_in_set" UNIQUE("set_id","body_id");--> statement-breakpoint
ALTER TABLE call_set ADD CONSTRAINT call_set_source_id_call_id_fk FOREIGN KEY (source_id) REFERENCES call(id);
--> statement-breakpoint
ALTER TABLE call_set ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- A set is seen by the body that made it and by those that have a copy; each sees its own copies.
CREATE POLICY body_wall ON call_set TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR body_id::text = ANY (string_to_array((SELECT current_setting('cantieri.bodies', true)), ','))
  OR EXISTS (SELECT FROM call copy WHERE copy.set_id = call_set.id));
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON call_set
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON call_set FROM cantieri_app;
