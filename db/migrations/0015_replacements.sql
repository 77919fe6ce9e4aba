ALTER TABLE "application" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_replaces_id_application_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "application_one_draft_in_place_of" ON "application" USING btree ("replaces_id") WHERE "application"."state" = 'draft';--> statement-breakpoint
CREATE INDEX "application_replaces_id_index" ON "application" USING btree ("replaces_id");