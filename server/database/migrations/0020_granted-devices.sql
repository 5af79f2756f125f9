ALTER TABLE `group_grants` ADD `devices` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `user_grants` ADD `devices` text DEFAULT '[]' NOT NULL;