CREATE TABLE `watchable_vms` (
	`host_id` text NOT NULL,
	`vm_id` text NOT NULL,
	PRIMARY KEY(`host_id`, `vm_id`)
);
