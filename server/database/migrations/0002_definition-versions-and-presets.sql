CREATE TABLE `definition_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`host_id` text NOT NULL,
	`vm_id` text NOT NULL,
	`at` integer NOT NULL,
	`changed_by` text,
	`what` text NOT NULL,
	`xml` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `definition_versions_vm` ON `definition_versions` (`host_id`,`vm_id`,`id`);--> statement-breakpoint
CREATE TABLE `vm_presets` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`note` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`specification` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vm_presets_name` ON `vm_presets` (lower("name"));