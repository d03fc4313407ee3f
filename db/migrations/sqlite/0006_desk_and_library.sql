DROP INDEX `articles_updated`;--> statement-breakpoint
CREATE INDEX `articles_list` ON `articles` (`updated_at`,`id`,`status`,`published_at`,`section_id`,`locale`,`kind`,`owner_id`,`number`);--> statement-breakpoint
ALTER TABLE `drafts` ADD `sent_at` integer;--> statement-breakpoint
ALTER TABLE `drafts` ADD `preview_nonce` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `drafts_sent` ON `drafts` (`sent_at`);--> statement-breakpoint
CREATE INDEX `drafts_ahead` ON `drafts` (`is_ahead`);--> statement-breakpoint
ALTER TABLE `media` ADD `search_text` text DEFAULT '' NOT NULL;