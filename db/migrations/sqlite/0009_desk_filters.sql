DROP INDEX `article_authors_author`;--> statement-breakpoint
CREATE INDEX `article_authors_author` ON `article_authors` (`author_id`,`article_id`);--> statement-breakpoint
DROP INDEX `article_tags_tag`;--> statement-breakpoint
CREATE INDEX `article_tags_tag` ON `article_tags` (`tag_id`,`article_id`);--> statement-breakpoint
DROP INDEX `articles_desk`;--> statement-breakpoint
CREATE INDEX `articles_desk` ON `articles` (`status`,`updated_at`,`id`,`published_at`,`section_id`,`locale`,`kind`,`owner_id`,`number`);