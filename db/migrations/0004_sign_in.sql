CREATE TABLE "sign_in_lock" (
	"mailbox_hash" text PRIMARY KEY NOT NULL,
	"attempts" integer NOT NULL,
	"locked_until" timestamp (6) with time zone,
	"attempted_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "identity_level" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_credential" DROP COLUMN "failures";--> statement-breakpoint
ALTER TABLE "staff_credential" DROP COLUMN "locked_until";