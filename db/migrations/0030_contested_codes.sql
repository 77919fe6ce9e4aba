ALTER TABLE "application" ADD COLUMN "set_aside_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "refused_attempt" ADD COLUMN "contested_id" uuid;--> statement-breakpoint
CREATE UNIQUE INDEX "refused_attempt_one_contest" ON "refused_attempt" USING btree ("contested_id","application_id") WHERE "refused_attempt"."contested_id" is not null;