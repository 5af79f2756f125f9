CREATE TABLE `bookable_devices` (
	`host_id` text NOT NULL,
	`name` text NOT NULL,
	`longest_hours` integer NOT NULL,
	`days_ahead` integer NOT NULL,
	`at_end` text NOT NULL,
	PRIMARY KEY(`host_id`, `name`)
);
--> statement-breakpoint
CREATE TABLE `booking_queue` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`host_id` text NOT NULL,
	`name` text NOT NULL,
	`user_id` text NOT NULL,
	`hours` integer NOT NULL,
	`vm_id` text,
	`since` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `booking_queue_person` ON `booking_queue` (`host_id`,`name`,`user_id`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`host_id` text NOT NULL,
	`name` text NOT NULL,
	`user_id` text NOT NULL,
	`vm_id` text,
	`begins_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`used_by` text,
	`stage` text NOT NULL,
	`asked_at` integer,
	`turn` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `bookings_device` ON `bookings` (`host_id`,`name`);--> statement-breakpoint
CREATE INDEX `bookings_stage` ON `bookings` (`stage`);