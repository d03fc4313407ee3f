ALTER TABLE `drafts` ADD `return_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `drafts` ADD `returned_at` integer;--> statement-breakpoint
ALTER TABLE `drafts` ADD `returned_by` text REFERENCES users(id);--> statement-breakpoint
CREATE INDEX `drafts_returned` ON `drafts` (`returned_at`);--> statement-breakpoint
CREATE INDEX `revisions_snapshots` ON `revisions` (`created_at`,`id`) WHERE act = 'auto';