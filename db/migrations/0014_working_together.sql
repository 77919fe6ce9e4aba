-- Until now whoever named the code of a body was its member. From here on members read each other's
-- applications: only who came first stays, the others make it known anew.
UPDATE membership m SET ended_at = now(), role = 'delegate' WHERE EXISTS (
  SELECT FROM membership e WHERE e.organisation_id = m.organisation_id
    AND (e.created_at, e.person_id) < (m.created_at, m.person_id));
--> statement-breakpoint
UPDATE application a SET organisation_id = NULL WHERE organisation_id IS NOT NULL AND NOT EXISTS (
  SELECT FROM membership m WHERE m.organisation_id = a.organisation_id
    AND m.person_id = a.person_id AND m.ended_at IS NULL);
--> statement-breakpoint
CREATE TABLE "organisation_invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "organisation_invitation_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "organisation_invitation_mailbox" UNIQUE("organisation_id","email")
);
--> statement-breakpoint
DROP INDEX "organisation_fiscal_code";--> statement-breakpoint
DROP INDEX "application_one_draft_per_track";--> statement-breakpoint
ALTER TABLE "organisation_invitation" ADD CONSTRAINT "organisation_invitation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_invitation" ADD CONSTRAINT "organisation_invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "application_one_draft_per_organisation" ON "application" USING btree ("call_id","organisation_id") WHERE "application"."state" = 'draft';--> statement-breakpoint
CREATE INDEX "application_organisation_id_updated_at_index" ON "application" USING btree ("organisation_id","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "membership_one_representative" ON "membership" USING btree ("organisation_id") WHERE "membership"."role" = 'representative' and "membership"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "organisation_fiscal_code_index" ON "organisation" USING btree ("fiscal_code");--> statement-breakpoint
CREATE UNIQUE INDEX "application_one_draft_per_track" ON "application" USING btree ("call_id","person_id",coalesce("track", ''),coalesce("organisation_id", '00000000-0000-0000-0000-000000000000')) WHERE "application"."state" = 'draft';