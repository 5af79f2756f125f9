CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`took_ms` integer NOT NULL,
	`who` text,
	`address` text,
	`act` text NOT NULL,
	`title` text NOT NULL,
	`subject` text NOT NULL,
	`objects` text NOT NULL,
	`outcome` text NOT NULL,
	`problem` text,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE TRIGGER `audit_is_not_changed` BEFORE UPDATE ON `audit`
BEGIN
	SELECT RAISE(ABORT, 'rows of the audit are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_is_kept` BEFORE DELETE ON `audit`
WHEN OLD.id > coalesce((SELECT json_extract(value, '$.id') FROM meta WHERE name = 'audit-anchor'), 0)
BEGIN
	SELECT RAISE(ABORT, 'only the oldest rows of the audit are taken away, up to its anchor');
END;
