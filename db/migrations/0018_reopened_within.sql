DROP INDEX "call_counted";--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "reopened_within" jsonb;--> statement-breakpoint
CREATE INDEX "call_counted" ON "call" USING btree ("state","zone_id","published_at","opens_at","ends_at","audiences","themes","body_id","reopened_for");