CREATE TABLE "meta" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"level" text NOT NULL,
	"created_at" bigint NOT NULL,
	"disabled_at" bigint,
	"last_seen_at" bigint,
	"unlocked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"host_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"subjects" text NOT NULL,
	"started_by" text NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint,
	"state" text NOT NULL,
	"steps" text NOT NULL,
	"input" text NOT NULL,
	"problem" text,
	"report" text,
	"reserved" text,
	"rowid" bigint GENERATED ALWAYS AS IDENTITY
);
--> statement-breakpoint
CREATE TABLE "original_bindings" (
	"host_id" text NOT NULL,
	"address" text NOT NULL,
	"device" text NOT NULL,
	"driver" text,
	"driver_override" text,
	PRIMARY KEY("host_id", "address")
);
--> statement-breakpoint
CREATE TABLE "definition_versions" (
	"id" bigint PRIMARY KEY,
	"host_id" text NOT NULL,
	"vm_id" text NOT NULL,
	"at" bigint NOT NULL,
	"changed_by" text,
	"what" text NOT NULL,
	"xml" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vm_presets" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"note" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"specification" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "boot_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"host_id" text NOT NULL,
	"title" text NOT NULL,
	"at" bigint NOT NULL,
	"changed_by" text NOT NULL,
	"state" text NOT NULL,
	"boot_id" text,
	"generated" bigint NOT NULL,
	"files" text NOT NULL,
	"commands" text NOT NULL,
	"wish" text NOT NULL,
	"undoes" text,
	"undone_by" text,
	"findings" text,
	"rowid" bigint GENERATED ALWAYS AS IDENTITY
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY,
	"at" bigint NOT NULL,
	"took_ms" bigint NOT NULL,
	"who" text,
	"address" text,
	"act" text NOT NULL,
	"title" text NOT NULL,
	"subject" text NOT NULL,
	"objects" text NOT NULL,
	"outcome" text NOT NULL,
	"problem" text,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "join_links" (
	"user_id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" bigint NOT NULL,
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"level" text NOT NULL,
	"vms" text,
	"acts" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"last_used_at" bigint,
	"last_used_address" text,
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotent_answers" (
	"caller" text NOT NULL,
	"key" text NOT NULL,
	"request" text NOT NULL,
	"status" bigint NOT NULL,
	"location" text,
	"body" text,
	"created_at" bigint NOT NULL,
	PRIMARY KEY("caller", "key")
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"host_name" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_used_at" bigint,
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"user_id" text NOT NULL,
	"code_hash" text NOT NULL,
	PRIMARY KEY("user_id", "code_hash"),
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "totp" (
	"user_id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"last_step" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "group_quotas" (
	"group_id" text PRIMARY KEY NOT NULL,
	"vms" bigint,
	"vcpus" bigint,
	"memory_bytes" bigint,
	"disk_bytes" bigint,
	"cards" bigint,
	FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "user_quotas" (
	"user_id" text PRIMARY KEY NOT NULL,
	"vms" bigint,
	"vcpus" bigint,
	"memory_bytes" bigint,
	"disk_bytes" bigint,
	"cards" bigint,
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "known_places" (
	"user_id" text NOT NULL,
	"place" text NOT NULL,
	"last_seen_at" bigint NOT NULL,
	PRIMARY KEY("user_id", "place"),
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "notification_channels" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text,
	"name" text NOT NULL,
	"enabled" bigint NOT NULL,
	"sealed" text NOT NULL,
	"rules" text NOT NULL,
	"created_at" bigint NOT NULL,
	"dropped" bigint DEFAULT 0 NOT NULL,
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "notification_conditions" (
	"key" text PRIMARY KEY NOT NULL,
	"since" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_events" (
	"id" bigint PRIMARY KEY,
	"channel_id" text NOT NULL,
	"key" text NOT NULL,
	"occurrence" text NOT NULL,
	"at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"message_id" text,
	FOREIGN KEY ("channel_id") REFERENCES "notification_channels"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "notification_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"at" bigint NOT NULL,
	"title" text NOT NULL,
	"dropped" bigint NOT NULL,
	"state" text NOT NULL,
	"attempts" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"status" bigint,
	"words" text NOT NULL,
	"tried_at" bigint,
	"rowid" bigint GENERATED ALWAYS AS IDENTITY,
	FOREIGN KEY ("channel_id") REFERENCES "notification_channels"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"user_id" text PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"created_at" bigint NOT NULL,
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "group_grants" (
	"group_id" text NOT NULL,
	"host_id" text NOT NULL,
	"pools" text NOT NULL,
	"networks" text NOT NULL,
	"media" text NOT NULL,
	"devices" text DEFAULT '[]' NOT NULL,
	PRIMARY KEY("group_id", "host_id"),
	FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "user_grants" (
	"user_id" text NOT NULL,
	"host_id" text NOT NULL,
	"pools" text NOT NULL,
	"networks" text NOT NULL,
	"media" text NOT NULL,
	"devices" text DEFAULT '[]' NOT NULL,
	PRIMARY KEY("user_id", "host_id"),
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "named_devices" (
	"host_id" text NOT NULL,
	"name" text NOT NULL,
	"note" text NOT NULL,
	"members" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watchable_vms" (
	"host_id" text NOT NULL,
	"vm_id" text NOT NULL,
	PRIMARY KEY("host_id", "vm_id")
);
--> statement-breakpoint
CREATE TABLE "console_links" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"host_id" text NOT NULL,
	"vm_id" text NOT NULL,
	"kind" text NOT NULL,
	"read_only" bigint NOT NULL,
	"label" text,
	"maker_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"ended_at" bigint,
	"ended_by" text,
	"last_used_at" bigint,
	"last_used_address" text,
	FOREIGN KEY ("maker_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "bookable_devices" (
	"host_id" text NOT NULL,
	"name" text NOT NULL,
	"longest_hours" bigint NOT NULL,
	"days_ahead" bigint NOT NULL,
	"at_end" text NOT NULL,
	"move_to" text,
	PRIMARY KEY("host_id", "name")
);
--> statement-breakpoint
CREATE TABLE "booking_queue" (
	"id" bigint PRIMARY KEY,
	"host_id" text NOT NULL,
	"name" text NOT NULL,
	"user_id" text NOT NULL,
	"hours" bigint NOT NULL,
	"vm_id" text,
	"since" bigint NOT NULL,
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" text PRIMARY KEY NOT NULL,
	"host_id" text NOT NULL,
	"name" text NOT NULL,
	"user_id" text NOT NULL,
	"vm_id" text,
	"begins_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"used_by" text,
	"stage" text NOT NULL,
	"asked_at" bigint,
	"turn" text,
	"move_to" text,
	"asked_for" text,
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "asked_guests" (
	"host_id" text NOT NULL,
	"vm_id" text NOT NULL,
	PRIMARY KEY("host_id", "vm_id")
);
--> statement-breakpoint
CREATE TABLE "group_shares" (
	"group_id" text NOT NULL,
	"kind" text NOT NULL,
	"host_id" text NOT NULL,
	"object_id" text NOT NULL,
	"level" text NOT NULL,
	PRIMARY KEY("group_id", "kind", "host_id", "object_id"),
	FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "user_shares" (
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"host_id" text NOT NULL,
	"object_id" text NOT NULL,
	"level" text NOT NULL,
	PRIMARY KEY("user_id", "kind", "host_id", "object_id"),
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "managed_hosts" (
	"id" text PRIMARY KEY NOT NULL,
	"route" text NOT NULL,
	"uri" text NOT NULL,
	"pins" text NOT NULL,
	"credential" text NOT NULL,
	"signs_in_by" text NOT NULL,
	"added_at" bigint NOT NULL,
	"added_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "formats_choices" (
	"user_id" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"clock" text NOT NULL,
	"first_day" text NOT NULL,
	"time_zone" text NOT NULL,
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "failed_starts" (
	"host_id" text NOT NULL,
	"vm_id" text NOT NULL,
	"job_id" text NOT NULL,
	"at" bigint NOT NULL,
	"problem" text NOT NULL,
	PRIMARY KEY("host_id", "vm_id")
);
--> statement-breakpoint
CREATE TABLE "host_maintenance" (
	"host_id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"since" bigint NOT NULL,
	"begun_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"is_default" bigint NOT NULL,
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_used_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"address" text,
	"user_agent" text,
	"authenticated_at" bigint DEFAULT 0 NOT NULL,
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"group_id" text NOT NULL,
	"user_id" text NOT NULL,
	PRIMARY KEY("group_id", "user_id"),
	FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE cascade,
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" ("user_id");
--> statement-breakpoint
CREATE INDEX "sessions_expires" ON "sessions" ("expires_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "users_name" ON "users" (lower("name"));
--> statement-breakpoint
CREATE INDEX "jobs_started" ON "jobs" ("started_at");
--> statement-breakpoint
CREATE INDEX "definition_versions_vm" ON "definition_versions" ("host_id","vm_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "vm_presets_name" ON "vm_presets" (lower("name"));
--> statement-breakpoint
CREATE INDEX "boot_changes_host" ON "boot_changes" ("host_id","at");
--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" ("at");
--> statement-breakpoint
CREATE UNIQUE INDEX "join_links_token" ON "join_links" ("token_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" ("hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_name" ON "api_keys" ("user_id",lower("name"));
--> statement-breakpoint
CREATE INDEX "group_members_user" ON "group_members" ("user_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "groups_name" ON "groups" (lower("name"));
--> statement-breakpoint
CREATE INDEX "idempotent_answers_created" ON "idempotent_answers" ("created_at");
--> statement-breakpoint
CREATE INDEX "passkeys_user" ON "passkeys" ("user_id");
--> statement-breakpoint
CREATE INDEX "notification_channels_user" ON "notification_channels" ("user_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "notification_events_key" ON "notification_events" ("channel_id","key");
--> statement-breakpoint
CREATE INDEX "notification_events_message" ON "notification_events" ("message_id");
--> statement-breakpoint
CREATE INDEX "notification_events_due" ON "notification_events" ("channel_id","due_at");
--> statement-breakpoint
CREATE INDEX "notification_messages_channel" ON "notification_messages" ("channel_id","at");
--> statement-breakpoint
CREATE UNIQUE INDEX "identities_subject" ON "identities" ("issuer","subject");
--> statement-breakpoint
CREATE UNIQUE INDEX "named_devices_name" ON "named_devices" ("host_id",lower("name"));
--> statement-breakpoint
CREATE UNIQUE INDEX "console_links_token" ON "console_links" ("token_hash");
--> statement-breakpoint
CREATE INDEX "console_links_vm" ON "console_links" ("host_id","vm_id");
--> statement-breakpoint
CREATE INDEX "console_links_maker" ON "console_links" ("maker_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "booking_queue_person" ON "booking_queue" ("host_id","name","user_id");
--> statement-breakpoint
CREATE INDEX "bookings_device" ON "bookings" ("host_id","name");
--> statement-breakpoint
CREATE INDEX "bookings_stage" ON "bookings" ("stage");
--> statement-breakpoint
CREATE INDEX "group_shares_object" ON "group_shares" ("kind","host_id","object_id");
--> statement-breakpoint
CREATE INDEX "user_shares_object" ON "user_shares" ("kind","host_id","object_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" ("user_id",lower("name"));
--> statement-breakpoint
-- A number that is asked for by null, as of SQLite.
CREATE FUNCTION number_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.id := coalesce(NEW.id, nextval(TG_ARGV[0]));
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE SEQUENCE definition_versions_id OWNED BY "definition_versions"."id";
--> statement-breakpoint
CREATE TRIGGER number_rows BEFORE INSERT ON "definition_versions" FOR EACH ROW EXECUTE FUNCTION number_rows('definition_versions_id');
--> statement-breakpoint
CREATE SEQUENCE audit_id OWNED BY "audit"."id";
--> statement-breakpoint
CREATE TRIGGER number_rows BEFORE INSERT ON "audit" FOR EACH ROW EXECUTE FUNCTION number_rows('audit_id');
--> statement-breakpoint
CREATE SEQUENCE notification_events_id OWNED BY "notification_events"."id";
--> statement-breakpoint
CREATE TRIGGER number_rows BEFORE INSERT ON "notification_events" FOR EACH ROW EXECUTE FUNCTION number_rows('notification_events_id');
--> statement-breakpoint
CREATE SEQUENCE booking_queue_id OWNED BY "booking_queue"."id";
--> statement-breakpoint
CREATE TRIGGER number_rows BEFORE INSERT ON "booking_queue" FOR EACH ROW EXECUTE FUNCTION number_rows('booking_queue_id');
--> statement-breakpoint
-- Rows of the audit are never changed, and only the oldest are taken away, up to its anchor in "meta".
CREATE FUNCTION audit_is_not_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'rows of the audit are never changed';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR TRUNCATE ON "audit" EXECUTE FUNCTION audit_is_not_changed();
--> statement-breakpoint
CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.id > coalesce((SELECT (value::json ->> 'id')::bigint FROM meta WHERE name = 'audit-anchor'), 0) THEN
		RAISE EXCEPTION 'only the oldest rows of the audit are taken away, up to its anchor';
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_is_kept BEFORE DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION audit_is_kept();
