CREATE TABLE `page_drafts` (
	`slug` text NOT NULL,
	`locale` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`preview_nonce` text DEFAULT '' NOT NULL,
	`user_id` text,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`slug`, `locale`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `page_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`locale` text NOT NULL,
	`number` integer NOT NULL,
	`act` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`user_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `page_revisions_number` ON `page_revisions` (`slug`,`locale`,`number`);