ALTER TABLE `drafts` ADD `sent_at` integer;--> statement-breakpoint
ALTER TABLE `drafts` ADD `preview_nonce` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `drafts_sent` ON `drafts` (`sent_at`);--> statement-breakpoint
CREATE INDEX `drafts_ahead` ON `drafts` (`is_ahead`);