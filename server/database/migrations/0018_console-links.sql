CREATE TABLE `console_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`host_id` text NOT NULL,
	`vm_id` text NOT NULL,
	`kind` text NOT NULL,
	`read_only` integer NOT NULL,
	`label` text,
	`maker_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`last_used_at` integer,
	`last_used_address` text,
	FOREIGN KEY (`maker_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `console_links_token` ON `console_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `console_links_vm` ON `console_links` (`host_id`,`vm_id`);--> statement-breakpoint
CREATE INDEX `console_links_maker` ON `console_links` (`maker_id`);