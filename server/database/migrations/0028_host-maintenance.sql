CREATE TABLE `host_maintenance` (
	`host_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`since` integer NOT NULL,
	`begun_by` text NOT NULL
);
