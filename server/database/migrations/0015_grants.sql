CREATE TABLE `group_grants` (
	`group_id` text NOT NULL,
	`host_id` text NOT NULL,
	`pools` text NOT NULL,
	`networks` text NOT NULL,
	`media` text NOT NULL,
	PRIMARY KEY(`group_id`, `host_id`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `user_grants` (
	`user_id` text NOT NULL,
	`host_id` text NOT NULL,
	`pools` text NOT NULL,
	`networks` text NOT NULL,
	`media` text NOT NULL,
	PRIMARY KEY(`user_id`, `host_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
