CREATE TABLE `group_quotas` (
	`group_id` text PRIMARY KEY NOT NULL,
	`vms` integer,
	`vcpus` integer,
	`memory_bytes` integer,
	`disk_bytes` integer,
	`cards` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `user_quotas` (
	`user_id` text PRIMARY KEY NOT NULL,
	`vms` integer,
	`vcpus` integer,
	`memory_bytes` integer,
	`disk_bytes` integer,
	`cards` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `jobs` ADD `reserved` text;