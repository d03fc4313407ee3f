DROP INDEX `articles_breaking`;--> statement-breakpoint
CREATE INDEX `articles_breaking_end` ON `articles` (`status`,`breaking_until`);--> statement-breakpoint
CREATE INDEX `articles_comments_end` ON `articles` (`status`,`comments_open`,`comments_close_at`,`published_at`);--> statement-breakpoint
CREATE INDEX `articles_publication` ON `articles` (`status`,`published_at`);--> statement-breakpoint
DROP INDEX `comments_thread`;--> statement-breakpoint
CREATE INDEX `comments_thread_state` ON `comments` (`thread_id`,`status`);--> statement-breakpoint
CREATE INDEX `comments_parent_state` ON `comments` (`parent_id`,`status`);--> statement-breakpoint
ALTER TABLE `content_version` ADD `due` integer DEFAULT 0 NOT NULL;