CREATE TABLE `known_places` (
	`user_id` text NOT NULL,
	`place` text NOT NULL,
	`last_seen_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `place`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `notification_channels` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`name` text NOT NULL,
	`enabled` integer NOT NULL,
	`sealed` text NOT NULL,
	`rules` text NOT NULL,
	`created_at` integer NOT NULL,
	`dropped` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notification_channels_user` ON `notification_channels` (`user_id`);--> statement-breakpoint
CREATE TABLE `notification_conditions` (
	`key` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notification_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel_id` text NOT NULL,
	`key` text NOT NULL,
	`occurrence` text NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`message_id` text,
	FOREIGN KEY (`channel_id`) REFERENCES `notification_channels`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notification_events_key` ON `notification_events` (`channel_id`,`key`);--> statement-breakpoint
CREATE INDEX `notification_events_message` ON `notification_events` (`message_id`);--> statement-breakpoint
CREATE INDEX `notification_events_due` ON `notification_events` (`channel_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `notification_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`at` integer NOT NULL,
	`title` text NOT NULL,
	`dropped` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`status` integer,
	`words` text NOT NULL,
	`tried_at` integer,
	FOREIGN KEY (`channel_id`) REFERENCES `notification_channels`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notification_messages_channel` ON `notification_messages` (`channel_id`,`at`);