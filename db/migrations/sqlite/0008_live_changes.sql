ALTER TABLE `live_entries` ADD `edited_at` integer;--> statement-breakpoint
CREATE INDEX `live_entries_changed` ON `live_entries` (`article_id`,`updated_at`);