ALTER TABLE "refused_attempt" ADD COLUMN "operator_id" uuid;--> statement-breakpoint
ALTER TABLE "refused_attempt" ADD COLUMN "reference" text DEFAULT '' NOT NULL;