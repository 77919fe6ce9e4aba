CREATE TABLE "office_notice" (
	"body_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"untold_since" timestamp (6) with time zone,
	"told_at" timestamp (6) with time zone,
	"muted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "office_notice_body_id_person_id_pk" PRIMARY KEY("body_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "office_notice" ADD CONSTRAINT "office_notice_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_notice" ADD CONSTRAINT "office_notice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "office_notice_untold" ON "office_notice" USING btree ("untold_since") WHERE "office_notice"."untold_since" is not null;--> statement-breakpoint
ALTER TABLE office_notice ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY body_wall ON office_notice TO cantieri_app USING (
  (SELECT current_setting('cantieri.bodies', true)) = '*'
  OR body_id::text = ANY (string_to_array((SELECT current_setting('cantieri.bodies', true)), ',')));
