CREATE TABLE "act_announcement" (
	"act_id" uuid PRIMARY KEY NOT NULL,
	"total" integer,
	"written" integer DEFAULT 0 NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"after" text,
	"finished_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "prepared_act" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"given" jsonb NOT NULL,
	"call_revision" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	"updated_by" uuid NOT NULL
);
--> statement-breakpoint
DROP INDEX "call_act_call_id_index";--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "text_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "suspended_at" timestamp(6) with time zone;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "reopened" text;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "reopened_for" text[];--> statement-breakpoint
ALTER TABLE "call_act" ADD COLUMN "version" integer NOT NULL DEFAULT 2;--> statement-breakpoint
ALTER TABLE "call_act" ALTER COLUMN "version" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "call_act" ADD COLUMN "published_by" uuid;--> statement-breakpoint
ALTER TABLE "call_version" ADD COLUMN "facts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "act_announcement" ADD CONSTRAINT "act_announcement_act_id_call_act_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."call_act"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_act" ADD CONSTRAINT "prepared_act_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_act" ADD CONSTRAINT "prepared_act_updated_by_person_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_act" ADD CONSTRAINT "call_act_published_by_person_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_call_id_person_id_index" ON "application" USING btree ("call_id","person_id");--> statement-breakpoint
ALTER TABLE "call_act" ADD CONSTRAINT "call_act_version" UNIQUE("call_id","version");--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_reopened" CHECK ("call"."reopened" in ('forAll','placesLeft'));--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_suspended_since" CHECK ("call"."suspended_at" is null or "call"."state" = 'suspended');--> statement-breakpoint
DO $$
DECLARE pair text[];
BEGIN
  FOREACH pair SLICE 1 IN ARRAY ARRAY[
    ['prepared_act','call','call_id'],
    ['act_announcement','call_act','act_id']] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', pair[1]);
    EXECUTE format('CREATE POLICY body_wall ON %I TO cantieri_app USING (
        (SELECT current_setting(''cantieri.bodies'', true)) = ''*''
        OR EXISTS (SELECT FROM %I parent WHERE parent.id = %I.%I))', pair[1], pair[2], pair[1], pair[3]);
  END LOOP;
END $$;
