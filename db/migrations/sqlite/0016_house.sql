CREATE TABLE `house` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `articles_lead_end` ON `articles` (`status`,`priority`,`published_at`);