CREATE TABLE `rankings` (
	`kind` text NOT NULL,
	`locale` text NOT NULL,
	`position` integer NOT NULL,
	`article_id` text NOT NULL,
	PRIMARY KEY(`kind`, `locale`, `position`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TRIGGER content_version_rankings_insert AFTER INSERT ON rankings BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_rankings_update AFTER UPDATE ON rankings BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_rankings_delete AFTER DELETE ON rankings BEGIN UPDATE content_version SET version = version + 1; END;
