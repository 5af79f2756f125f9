CREATE TABLE `asked_guests` (
	`host_id` text NOT NULL,
	`vm_id` text NOT NULL,
	PRIMARY KEY(`host_id`, `vm_id`)
);
