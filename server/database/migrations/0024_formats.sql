CREATE TABLE `formats_choices` (
	`user_id` text PRIMARY KEY NOT NULL,
	`region` text NOT NULL,
	`clock` text NOT NULL,
	`first_day` text NOT NULL,
	`time_zone` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
