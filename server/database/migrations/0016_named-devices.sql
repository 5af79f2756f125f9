CREATE TABLE `named_devices` (
	`host_id` text NOT NULL,
	`name` text NOT NULL,
	`note` text NOT NULL,
	`members` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `named_devices_name` ON `named_devices` (`host_id`,lower("name"));