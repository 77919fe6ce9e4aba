CREATE TABLE "draft_reminder" (
	"application_id" uuid NOT NULL,
	"hours" integer NOT NULL,
	"ends_at" timestamp (6) with time zone NOT NULL,
	"reminded_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "draft_reminder_application_id_hours_ends_at_pk" PRIMARY KEY("application_id","hours","ends_at"),
	CONSTRAINT "draft_reminder_hours" CHECK ("draft_reminder"."hours" in (72, 24))
);
--> statement-breakpoint
ALTER TABLE "draft_reminder" ADD CONSTRAINT "draft_reminder_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE draft_reminder ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY body_wall ON draft_reminder TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR EXISTS (SELECT FROM application parent WHERE parent.id = draft_reminder.application_id));
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON draft_reminder FROM cantieri_app;
