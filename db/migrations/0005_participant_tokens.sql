ALTER TABLE "convocation" DROP CONSTRAINT "convocation_tokenHash_unique";--> statement-breakpoint
DROP INDEX "issued_document_subject_id_index";--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "token_hash" text NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "issued_document_one_valid" ON "issued_document" USING btree ("kind","subject_id") WHERE "issued_document"."state" = 'valid';--> statement-breakpoint
ALTER TABLE "convocation" DROP COLUMN "token_hash";--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_tokenHash_unique" UNIQUE("token_hash");