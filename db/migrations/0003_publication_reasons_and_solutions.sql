CREATE TABLE "solution" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"zone_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"name" text NOT NULL,
	"summary" text NOT NULL,
	"presented_on" date,
	CONSTRAINT "solution_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "call_version" ADD COLUMN "warnings" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "call_version" ADD COLUMN "override_reason" text;--> statement-breakpoint
ALTER TABLE "solution" ADD CONSTRAINT "solution_zone_id_zone_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution" ADD CONSTRAINT "solution_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "solution_zone_id_index" ON "solution" USING btree ("zone_id");