CREATE TABLE `group_members` (
	`group_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`group_id`, `user_id`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `group_members_user` ON `group_members` (`user_id`);--> statement-breakpoint
CREATE TABLE `group_shares` (
	`group_id` text NOT NULL,
	`host_id` text NOT NULL,
	`vm_id` text NOT NULL,
	`level` text NOT NULL,
	PRIMARY KEY(`group_id`, `host_id`, `vm_id`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `group_shares_vm` ON `group_shares` (`host_id`,`vm_id`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `groups_name` ON `groups` (lower("name"));--> statement-breakpoint
CREATE TABLE `user_shares` (
	`user_id` text NOT NULL,
	`host_id` text NOT NULL,
	`vm_id` text NOT NULL,
	`level` text NOT NULL,
	PRIMARY KEY(`user_id`, `host_id`, `vm_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `user_shares_vm` ON `user_shares` (`host_id`,`vm_id`);