CREATE TABLE "audit_checkpoint" (
	"chain" text PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL,
	"broken_at" bigint,
	"checked_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_state";--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "scan_attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "scan_after" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "file_object" ADD COLUMN "collectable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "attachment_file_hash_index" ON "attachment" USING btree ("file_hash");--> statement-breakpoint
CREATE INDEX "attachment_scanning" ON "attachment" USING btree ("created_at") WHERE "attachment"."state" = 'scanning';--> statement-breakpoint
CREATE INDEX "file_object_collectable" ON "file_object" USING btree ("stored_at") WHERE "file_object"."collectable";--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_state" CHECK ("attachment"."state" in ('scanning','clean','notScanned','infected','refused'));--> statement-breakpoint
ALTER TABLE audit_checkpoint ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- As audit_event: a body reads of its own chain; the nightly check writes of all.
CREATE POLICY body_wall ON audit_checkpoint TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR chain = ANY (string_to_array((SELECT current_setting('cantieri.bodies', true)), ',')));
