CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`host_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`subjects` text NOT NULL,
	`started_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`state` text NOT NULL,
	`steps` text NOT NULL,
	`input` text NOT NULL,
	`problem` text,
	`report` text
);
--> statement-breakpoint
CREATE INDEX `jobs_started` ON `jobs` (`started_at`);--> statement-breakpoint
CREATE TABLE `original_bindings` (
	`host_id` text NOT NULL,
	`address` text NOT NULL,
	`device` text NOT NULL,
	`driver` text,
	`driver_override` text,
	PRIMARY KEY(`host_id`, `address`)
);
