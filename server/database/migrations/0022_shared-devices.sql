PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_group_shares` (
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`host_id` text NOT NULL,
	`object_id` text NOT NULL,
	`level` text NOT NULL,
	PRIMARY KEY(`group_id`, `kind`, `host_id`, `object_id`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_group_shares`("group_id", "kind", "host_id", "object_id", "level") SELECT "group_id", 'vm', "host_id", "vm_id", "level" FROM `group_shares`;--> statement-breakpoint
DROP TABLE `group_shares`;--> statement-breakpoint
ALTER TABLE `__new_group_shares` RENAME TO `group_shares`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `group_shares_object` ON `group_shares` (`kind`,`host_id`,`object_id`);--> statement-breakpoint
CREATE TABLE `__new_user_shares` (
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`host_id` text NOT NULL,
	`object_id` text NOT NULL,
	`level` text NOT NULL,
	PRIMARY KEY(`user_id`, `kind`, `host_id`, `object_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_user_shares`("user_id", "kind", "host_id", "object_id", "level") SELECT "user_id", 'vm', "host_id", "vm_id", "level" FROM `user_shares`;--> statement-breakpoint
DROP TABLE `user_shares`;--> statement-breakpoint
ALTER TABLE `__new_user_shares` RENAME TO `user_shares`;--> statement-breakpoint
CREATE INDEX `user_shares_object` ON `user_shares` (`kind`,`host_id`,`object_id`);