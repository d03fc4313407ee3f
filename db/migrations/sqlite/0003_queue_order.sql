CREATE INDEX `comments_risk` ON `comments` (`status`,`score`,`created_at`);--> statement-breakpoint
CREATE INDEX `comments_unreviewed` ON `comments` (`status`,`reviewed_at`,`created_at`);