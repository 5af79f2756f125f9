CREATE TABLE `boot_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`host_id` text NOT NULL,
	`title` text NOT NULL,
	`at` integer NOT NULL,
	`changed_by` text NOT NULL,
	`state` text NOT NULL,
	`boot_id` text,
	`generated` integer NOT NULL,
	`files` text NOT NULL,
	`commands` text NOT NULL,
	`wish` text NOT NULL,
	`undoes` text,
	`undone_by` text
);
--> statement-breakpoint
CREATE INDEX `boot_changes_host` ON `boot_changes` (`host_id`,`at`);