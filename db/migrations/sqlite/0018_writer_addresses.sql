CREATE TABLE `writer_addresses` (
	`writer_id` text NOT NULL,
	`email_index` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	PRIMARY KEY(`writer_id`, `email_index`)
);
--> statement-breakpoint
CREATE INDEX `writer_addresses_email` ON `writer_addresses` (`email_index`);--> statement-breakpoint
CREATE TABLE `writer_links` (
	`id` text PRIMARY KEY NOT NULL,
	`email_index` text NOT NULL,
	`token_hash` text NOT NULL,
	`source` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `writer_links_token_hash_unique` ON `writer_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `writer_links_email` ON `writer_links` (`email_index`,`created_at`);--> statement-breakpoint
CREATE INDEX `writer_links_source` ON `writer_links` (`source`,`created_at`);--> statement-breakpoint
DROP INDEX `comment_appreciations_source`;--> statement-breakpoint
CREATE INDEX `comment_appreciations_writer` ON `comment_appreciations` (`writer_id`);--> statement-breakpoint
CREATE INDEX `comment_appreciations_source` ON `comment_appreciations` (`comment_id`,`source`);