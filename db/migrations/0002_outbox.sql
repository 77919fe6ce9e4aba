CREATE TABLE "worker_heartbeat" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"started_at" timestamp (6) with time zone NOT NULL,
	"beat_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "claimed_by" text;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "handed_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "presumed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "issued_document" ADD COLUMN "state_changed_at" timestamp(6) with time zone;--> statement-breakpoint
CREATE INDEX "message_unsettled" ON "message" USING btree ("queued_at") WHERE "message"."state" in ('queued','sending');