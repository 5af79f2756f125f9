CREATE TABLE `failed_starts` (
	`host_id` text NOT NULL,
	`vm_id` text NOT NULL,
	`job_id` text NOT NULL,
	`at` integer NOT NULL,
	`problem` text NOT NULL,
	PRIMARY KEY(`host_id`, `vm_id`)
);
