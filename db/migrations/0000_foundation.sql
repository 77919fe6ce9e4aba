CREATE TABLE "application" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"track" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"applicant_key" text,
	"applicant_name" text DEFAULT '' NOT NULL,
	"code" text,
	"form_definition_id" uuid NOT NULL,
	"privacy_acknowledged_at" timestamp (6) with time zone,
	"privacy_notice_version" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	"submitted_at" timestamp(6) with time zone,
	CONSTRAINT "application_code_unique" UNIQUE("code"),
	CONSTRAINT "application_state" CHECK ("application"."state" in ('draft','submitted','integrationRequested','admissible','inadmissible','admitted','reserve','notAdmitted','offered','declined','expired','withdrawn')),
	CONSTRAINT "application_submitted_is_complete" CHECK ("application"."state" in ('draft','withdrawn') or ("application"."applicant_key" is not null and "application"."code" is not null and "application"."submitted_at" is not null and "application"."track" is not null)),
	CONSTRAINT "application_track" CHECK ("application"."track" is null or "application"."track" in ('organisation','informalGroup','citizen'))
);
--> statement-breakpoint
CREATE TABLE "application_section" (
	"application_id" uuid NOT NULL,
	"section_id" text NOT NULL,
	"answers" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	"updated_by" uuid NOT NULL,
	CONSTRAINT "application_section_application_id_section_id_pk" PRIMARY KEY("application_id","section_id")
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"field_id" text NOT NULL,
	"file_hash" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "attachment_state" CHECK ("attachment"."state" in ('receiving','scanning','clean','notScanned','infected','refused'))
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"snapshot" text NOT NULL,
	"digest" text NOT NULL,
	"call_version" integer NOT NULL,
	"privacy_notice_version" text NOT NULL,
	"channel" text NOT NULL,
	"identity_level" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"register_entry_id" uuid NOT NULL,
	"receipt_id" uuid NOT NULL,
	"submitted_by" uuid NOT NULL,
	"received_at" timestamp(6) with time zone NOT NULL,
	CONSTRAINT "submission_registerEntryId_unique" UNIQUE("register_entry_id"),
	CONSTRAINT "submission_receiptId_unique" UNIQUE("receipt_id"),
	CONSTRAINT "submission_number" UNIQUE("application_id","number"),
	CONSTRAINT "submission_idempotency" UNIQUE("application_id","idempotency_key"),
	CONSTRAINT "submission_channel" CHECK ("submission"."channel" in ('web','desk','telephone','paper','pec'))
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"chain" text NOT NULL,
	"sequence" bigint NOT NULL,
	"at" timestamp(6) with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"entry" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_event_chain_sequence_pk" PRIMARY KEY("chain","sequence")
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"chain" text PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"zone_id" uuid,
	"process_id" uuid,
	"code" text,
	"slug" text NOT NULL,
	"regime" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"audiences" text[] NOT NULL,
	"themes" text[] DEFAULT '{}'::text[] NOT NULL,
	"opens_at" timestamp (6) with time zone,
	"closes_at" timestamp (6) with time zone,
	"closes_on" date,
	"closes_at_time" text,
	"peremptory" boolean DEFAULT true NOT NULL,
	"places" integer,
	"minimum_age" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"content" jsonb NOT NULL,
	"form_definition_id" uuid,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	"published_at" timestamp (6) with time zone,
	CONSTRAINT "call_slug_unique" UNIQUE("slug"),
	CONSTRAINT "call_bodyId_code_unique" UNIQUE("body_id","code"),
	CONSTRAINT "call_state" CHECK ("call"."state" in ('draft','published','underReview','outcomePublished','archived','suspended','revoked')),
	CONSTRAINT "call_regime" CHECK ("call"."regime" in ('participatoryPath','codesign55','attivatori','callForProposals','openRegister')),
	CONSTRAINT "call_published_is_complete" CHECK ("call"."state" = 'draft' or ("call"."code" is not null and "call"."published_at" is not null and "call"."opens_at" is not null and "call"."form_definition_id" is not null)),
	CONSTRAINT "call_times" CHECK ("call"."closes_at" is null or "call"."opens_at" is null or "call"."opens_at" < "call"."closes_at")
);
--> statement-breakpoint
CREATE TABLE "call_act" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"act_date" date NOT NULL,
	"reason" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"published_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "call_act_kind" CHECK ("call_act"."kind" in ('rectification','extension','reopening','suspension','resumption','revocation'))
);
--> statement-breakpoint
CREATE TABLE "call_municipality" (
	"call_id" uuid NOT NULL,
	"municipality_id" uuid NOT NULL,
	CONSTRAINT "call_municipality_call_id_municipality_id_pk" PRIMARY KEY("call_id","municipality_id")
);
--> statement-breakpoint
CREATE TABLE "call_version" (
	"call_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"closes_at" timestamp (6) with time zone,
	"form_definition_id" uuid NOT NULL,
	"published_at" timestamp (6) with time zone NOT NULL,
	"published_by" uuid,
	"warnings" text[] DEFAULT '{}'::text[] NOT NULL,
	"override_reason" text,
	CONSTRAINT "call_version_call_id_version_pk" PRIMARY KEY("call_id","version")
);
--> statement-breakpoint
CREATE TABLE "form_definition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"definition" jsonb NOT NULL,
	"frozen_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refused_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"application_id" uuid,
	"person_id" uuid,
	"received_at" timestamp(6) with time zone NOT NULL,
	"reason" text NOT NULL,
	"request_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "file_object" (
	"sha256" text PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"media_type" text NOT NULL,
	"stored_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "file_object_sha256" CHECK ("file_object"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "file_object_size" CHECK ("file_object"."size" > 0)
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeat" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"started_at" timestamp (6) with time zone NOT NULL,
	"beat_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"recipient" text NOT NULL,
	"recipient_name" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"view" jsonb NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"queued_at" timestamp (6) with time zone NOT NULL,
	"sending_at" timestamp (6) with time zone,
	"claimed_by" text,
	"handed_at" timestamp (6) with time zone,
	"sent_at" timestamp (6) with time zone,
	"presumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "message_state" CHECK ("message"."state" in ('queued','sending','sent','delivered','bounced','failed','cancelled','superseded'))
);
--> statement-breakpoint
CREATE TABLE "trial_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"sent_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "trial_mail_messageId_unique" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"level" text NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "account_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "login_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"browser_hash" text NOT NULL,
	"email" text NOT NULL,
	"return_to" text,
	"created_at" timestamp (6) with time zone NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"used_at" timestamp (6) with time zone,
	CONSTRAINT "login_token_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"ended_at" timestamp (6) with time zone,
	CONSTRAINT "membership_organisationId_personId_unique" UNIQUE("organisation_id","person_id"),
	CONSTRAINT "membership_role" CHECK ("membership"."role" in ('representative','delegate'))
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"legal_nature" text NOT NULL,
	"fiscal_code" text,
	"created_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"given_name" text DEFAULT '' NOT NULL,
	"family_name" text DEFAULT '' NOT NULL,
	"email" text,
	"email_verified_at" timestamp (6) with time zone,
	"fiscal_code" text,
	"phone" text,
	"locale" text DEFAULT 'it' NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "person_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text NOT NULL,
	"window_start" timestamp (6) with time zone NOT NULL,
	"count" integer NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "rate_limit_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"strength" text NOT NULL,
	"identity_level" text DEFAULT '' NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"last_seen_at" timestamp (6) with time zone NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"device_label" text DEFAULT '' NOT NULL,
	CONSTRAINT "session_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "session_strength" CHECK ("session"."strength" in ('mailbox','identity','staff'))
);
--> statement-breakpoint
CREATE TABLE "sign_in_lock" (
	"mailbox_hash" text PRIMARY KEY NOT NULL,
	"attempts" integer NOT NULL,
	"locked_until" timestamp (6) with time zone,
	"attempted_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_credential" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"totp_secret" "bytea" NOT NULL,
	"last_totp_step" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_invitation" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"totp_secret" "bytea" NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "staff_invitation_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "staff_member" (
	"body_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"ended_at" timestamp (6) with time zone,
	CONSTRAINT "staff_member_body_id_person_id_role_pk" PRIMARY KEY("body_id","person_id","role"),
	CONSTRAINT "staff_member_role" CHECK ("staff_member"."role" in ('administrator','officer','reviewer','facilitator','desk'))
);
--> statement-breakpoint
CREATE TABLE "platform_mark" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"set_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issued_document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"body_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"holder_id" uuid,
	"state" text DEFAULT 'valid' NOT NULL,
	"state_reason" text,
	"state_changed_at" timestamp(6) with time zone,
	"replaced_by_id" uuid,
	"view" jsonb NOT NULL,
	"data_digest" text,
	"issued_at" timestamp(6) with time zone NOT NULL,
	"rendered_at" timestamp (6) with time zone,
	"file_hash" text,
	"file_size" integer,
	"pages" integer,
	CONSTRAINT "issued_document_code_unique" UNIQUE("code"),
	CONSTRAINT "issued_document_state" CHECK ("issued_document"."state" in ('valid','replaced','withdrawn')),
	CONSTRAINT "issued_document_rendered" CHECK (("issued_document"."rendered_at" is null) = ("issued_document"."file_hash" is null))
);
--> statement-breakpoint
CREATE TABLE "register_counter" (
	"body_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "register_counter_body_id_year_pk" PRIMARY KEY("body_id","year")
);
--> statement-breakpoint
CREATE TABLE "register_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"registered_at" timestamp(6) with time zone NOT NULL,
	"protocol_number" text,
	"protocol_date" date,
	CONSTRAINT "register_entry_number" UNIQUE("body_id","year","number"),
	CONSTRAINT "register_entry_number_positive" CHECK ("register_entry"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "admissibility_check" (
	"application_id" uuid NOT NULL,
	"requirement" text NOT NULL,
	"answer" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"checked_by" uuid NOT NULL,
	"checked_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "admissibility_check_application_id_requirement_pk" PRIMARY KEY("application_id","requirement"),
	CONSTRAINT "admissibility_check_answer" CHECK ("admissibility_check"."answer" in ('yes','no','ask'))
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"result" text NOT NULL,
	"reason_code" text,
	"reasons" text DEFAULT '' NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp (6) with time zone NOT NULL,
	"superseded_by_id" uuid,
	CONSTRAINT "decision_stage" CHECK ("decision"."stage" in ('admissibility','admission')),
	CONSTRAINT "decision_result" CHECK ("decision"."result" in ('admissible','inadmissible','admitted','reserve','notAdmitted','reopened')),
	CONSTRAINT "decision_refusal_has_reasons" CHECK ("decision"."result" in ('admissible','admitted','reserve') or ("decision"."reason_code" is not null and length("decision"."reasons") >= 20))
);
--> statement-breakpoint
CREATE TABLE "outcome" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"act_number" text NOT NULL,
	"act_date" text NOT NULL,
	"published_at" timestamp (6) with time zone NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"published_by" uuid NOT NULL,
	CONSTRAINT "outcome_callId_unique" UNIQUE("call_id")
);
--> statement-breakpoint
CREATE TABLE "body" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"zone_id" uuid,
	"code" text NOT NULL,
	"ipa_code" text,
	"office_name" text NOT NULL,
	"pec" text,
	"email" text,
	"phone" text,
	"help_hours" text,
	"address" text,
	"theme" text,
	CONSTRAINT "body_slug_unique" UNIQUE("slug"),
	CONSTRAINT "body_code_unique" UNIQUE("code"),
	CONSTRAINT "body_kind" CHECK ("body"."kind" in ('sds','aslZone','committee','council','region','globalHealthCentre'))
);
--> statement-breakpoint
CREATE TABLE "edition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"year_from" integer NOT NULL,
	"year_to" integer,
	"zones" integer,
	"people" integer,
	"solutions" integer,
	"note" text,
	CONSTRAINT "edition_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "health_authority" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "health_authority_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "municipality" (
	"id" uuid PRIMARY KEY NOT NULL,
	"istat_code" text NOT NULL,
	"cadastral_code" text NOT NULL,
	"name" text NOT NULL,
	"province" text NOT NULL,
	CONSTRAINT "municipality_istatCode_unique" UNIQUE("istat_code"),
	CONSTRAINT "municipality_cadastralCode_unique" UNIQUE("cadastral_code")
);
--> statement-breakpoint
CREATE TABLE "phase" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"steps" text[] NOT NULL,
	CONSTRAINT "phase_editionId_number_unique" UNIQUE("edition_id","number")
);
--> statement-breakpoint
CREATE TABLE "process" (
	"id" uuid PRIMARY KEY NOT NULL,
	"zone_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"title" text NOT NULL,
	"current_phase" integer NOT NULL,
	CONSTRAINT "process_zoneId_editionId_unique" UNIQUE("zone_id","edition_id"),
	CONSTRAINT "process_phase" CHECK ("process"."current_phase" between 1 and 6)
);
--> statement-breakpoint
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
CREATE TABLE "zone" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"health_authority_id" uuid NOT NULL,
	"list_status" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "zone_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "zone_municipality" (
	"zone_id" uuid NOT NULL,
	"municipality_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "zone_municipality_zone_id_municipality_id_valid_from_pk" PRIMARY KEY("zone_id","municipality_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"meeting_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"state" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "attendance_meeting_id_participant_id_pk" PRIMARY KEY("meeting_id","participant_id"),
	CONSTRAINT "attendance_state" CHECK ("attendance"."state" in ('present','delegate','absent'))
);
--> statement-breakpoint
CREATE TABLE "convocation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"answer" text DEFAULT 'none' NOT NULL,
	"delegate_name" text,
	"delegate_email" text,
	"seat" text,
	"queue_position" integer,
	"offer_expires_at" timestamp (6) with time zone,
	"answered_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "convocation_meetingId_participantId_unique" UNIQUE("meeting_id","participant_id"),
	CONSTRAINT "convocation_answer" CHECK ("convocation"."answer" in ('none','present','absent','delegate')),
	CONSTRAINT "convocation_seat" CHECK ("convocation"."seat" is null or "convocation"."seat" in ('offered','accepted','declined','expired','waiting')),
	CONSTRAINT "convocation_waiting_has_position" CHECK (("convocation"."seat" is not distinct from 'waiting') <= ("convocation"."queue_position" is not null))
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"series_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"starts_at" timestamp (6) with time zone NOT NULL,
	"ends_at" timestamp (6) with time zone NOT NULL,
	"mode" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"capacity" integer NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"calendar_uid" text NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "meeting_calendarUid_unique" UNIQUE("calendar_uid"),
	CONSTRAINT "meeting_seriesId_number_unique" UNIQUE("series_id","number"),
	CONSTRAINT "meeting_state" CHECK ("meeting"."state" in ('planned','convened','held','cancelled')),
	CONSTRAINT "meeting_mode" CHECK ("meeting"."mode" in ('onsite','online','hybrid')),
	CONSTRAINT "meeting_times" CHECK ("meeting"."starts_at" < "meeting"."ends_at"),
	CONSTRAINT "meeting_capacity" CHECK ("meeting"."capacity" > 0)
);
--> statement-breakpoint
CREATE TABLE "participant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"series_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"person_id" uuid,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"organisation_name" text DEFAULT '' NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "participant_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "series_call" (
	"series_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	CONSTRAINT "series_call_series_id_call_id_pk" PRIMARY KEY("series_id","call_id")
);
--> statement-breakpoint
CREATE TABLE "workshop_series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"zone_id" uuid,
	"process_id" uuid,
	"title" text NOT NULL,
	"threshold" integer NOT NULL,
	"seats_per_organisation" integer DEFAULT 2 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "workshop_series_threshold" CHECK ("workshop_series"."threshold" > 0)
);
--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_form_definition_id_form_definition_id_fk" FOREIGN KEY ("form_definition_id") REFERENCES "public"."form_definition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_section" ADD CONSTRAINT "application_section_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_section" ADD CONSTRAINT "application_section_updated_by_person_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_file_hash_file_object_sha256_fk" FOREIGN KEY ("file_hash") REFERENCES "public"."file_object"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_register_entry_id_register_entry_id_fk" FOREIGN KEY ("register_entry_id") REFERENCES "public"."register_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_receipt_id_issued_document_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."issued_document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_zone_id_zone_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_process_id_process_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_act" ADD CONSTRAINT "call_act_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_municipality" ADD CONSTRAINT "call_municipality_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_municipality" ADD CONSTRAINT "call_municipality_municipality_id_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_version" ADD CONSTRAINT "call_version_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_version" ADD CONSTRAINT "call_version_published_by_person_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_definition" ADD CONSTRAINT "form_definition_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_attempt" ADD CONSTRAINT "refused_attempt_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_credential" ADD CONSTRAINT "staff_credential_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitation" ADD CONSTRAINT "staff_invitation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issued_document" ADD CONSTRAINT "issued_document_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_counter" ADD CONSTRAINT "register_counter_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admissibility_check" ADD CONSTRAINT "admissibility_check_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admissibility_check" ADD CONSTRAINT "admissibility_check_checked_by_person_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_published_by_person_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body" ADD CONSTRAINT "body_zone_id_zone_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase" ADD CONSTRAINT "phase_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process" ADD CONSTRAINT "process_zone_id_zone_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process" ADD CONSTRAINT "process_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution" ADD CONSTRAINT "solution_zone_id_zone_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution" ADD CONSTRAINT "solution_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zone" ADD CONSTRAINT "zone_health_authority_id_health_authority_id_fk" FOREIGN KEY ("health_authority_id") REFERENCES "public"."health_authority"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zone_municipality" ADD CONSTRAINT "zone_municipality_zone_id_zone_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zone_municipality" ADD CONSTRAINT "zone_municipality_municipality_id_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "convocation" ADD CONSTRAINT "convocation_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "convocation" ADD CONSTRAINT "convocation_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_series_id_workshop_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."workshop_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_series_id_workshop_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."workshop_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_call" ADD CONSTRAINT "series_call_series_id_workshop_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."workshop_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_call" ADD CONSTRAINT "series_call_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_series" ADD CONSTRAINT "workshop_series_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_series" ADD CONSTRAINT "workshop_series_zone_id_zone_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_series" ADD CONSTRAINT "workshop_series_process_id_process_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "application_one_live_per_applicant" ON "application" USING btree ("call_id","applicant_key") WHERE "application"."state" not in ('draft','withdrawn');--> statement-breakpoint
CREATE UNIQUE INDEX "application_one_draft_per_track" ON "application" USING btree ("call_id","person_id",coalesce("track", '')) WHERE "application"."state" = 'draft';--> statement-breakpoint
CREATE INDEX "application_person_id_updated_at_index" ON "application" USING btree ("person_id","updated_at");--> statement-breakpoint
CREATE INDEX "application_call_id_state_index" ON "application" USING btree ("call_id","state");--> statement-breakpoint
CREATE INDEX "attachment_application_id_index" ON "attachment" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "audit_event_subject_id_index" ON "audit_event" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "call_state_closes_at_index" ON "call" USING btree ("state","closes_at");--> statement-breakpoint
CREATE INDEX "call_zone_id_index" ON "call" USING btree ("zone_id");--> statement-breakpoint
CREATE INDEX "call_act_call_id_index" ON "call_act" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "refused_attempt_call_id_index" ON "refused_attempt" USING btree ("call_id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_one_live_per_key" ON "message" USING btree ("key") WHERE "message"."state" not in ('superseded','cancelled');--> statement-breakpoint
CREATE INDEX "message_subject_id_index" ON "message" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "message_body_id_state_index" ON "message" USING btree ("body_id","state");--> statement-breakpoint
CREATE INDEX "message_unsettled" ON "message" USING btree ("queued_at") WHERE "message"."state" in ('queued','sending');--> statement-breakpoint
CREATE INDEX "trial_mail_sent_at_index" ON "trial_mail" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "account_person_id_index" ON "account" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "login_token_email_index" ON "login_token" USING btree ("email");--> statement-breakpoint
CREATE INDEX "membership_person_id_index" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_fiscal_code" ON "organisation" USING btree ("fiscal_code") WHERE "organisation"."fiscal_code" is not null;--> statement-breakpoint
CREATE INDEX "rate_limit_expires_at_index" ON "rate_limit" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "session_person_id_index" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "staff_member_person_id_index" ON "staff_member" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "issued_document_one_valid" ON "issued_document" USING btree ("kind","subject_id") WHERE "issued_document"."state" = 'valid';--> statement-breakpoint
CREATE INDEX "issued_document_holder_id_index" ON "issued_document" USING btree ("holder_id");--> statement-breakpoint
CREATE INDEX "issued_document_body_id_index" ON "issued_document" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "issued_document_file_hash_index" ON "issued_document" USING btree ("file_hash");--> statement-breakpoint
CREATE INDEX "issued_document_unrendered" ON "issued_document" USING btree ("issued_at") WHERE "issued_document"."rendered_at" is null;--> statement-breakpoint
CREATE INDEX "register_entry_subject_id_index" ON "register_entry" USING btree ("subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "decision_one_current_per_stage" ON "decision" USING btree ("application_id","stage") WHERE "decision"."superseded_by_id" is null;--> statement-breakpoint
CREATE INDEX "outcome_body_id_index" ON "outcome" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "solution_zone_id_index" ON "solution" USING btree ("zone_id");--> statement-breakpoint
CREATE UNIQUE INDEX "convocation_queue" ON "convocation" USING btree ("meeting_id","queue_position") WHERE "convocation"."queue_position" is not null;--> statement-breakpoint
CREATE INDEX "convocation_meeting_id_seat_index" ON "convocation" USING btree ("meeting_id","seat");--> statement-breakpoint
CREATE INDEX "meeting_body_id_starts_at_index" ON "meeting" USING btree ("body_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "participant_once" ON "participant" USING btree ("series_id","application_id","email");--> statement-breakpoint
CREATE INDEX "participant_person_id_index" ON "participant" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "workshop_series_body_id_index" ON "workshop_series" USING btree ("body_id");