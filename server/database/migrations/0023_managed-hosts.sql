CREATE TABLE `managed_hosts` (
	`id` text PRIMARY KEY NOT NULL,
	`route` text NOT NULL,
	`uri` text NOT NULL,
	`pins` text NOT NULL,
	`credential` text NOT NULL,
	`signs_in_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL
);
