ALTER TABLE `bookable_devices` ADD `move_to` text;--> statement-breakpoint
ALTER TABLE `bookings` ADD `move_to` text;--> statement-breakpoint
ALTER TABLE `bookings` ADD `asked_for` text;