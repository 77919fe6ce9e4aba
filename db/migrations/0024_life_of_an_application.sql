CREATE INDEX "issued_document_subject_id_index" ON "issued_document" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "decision_application_id_index" ON "decision" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "participant_application_id_index" ON "participant" USING btree ("application_id");