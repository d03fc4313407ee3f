CREATE TABLE `article_counts` (
	`of` text NOT NULL,
	`id` text NOT NULL,
	`articles` integer NOT NULL,
	PRIMARY KEY(`of`, `id`)
);
--> statement-breakpoint
CREATE INDEX `article_counts_order` ON `article_counts` (`of`,`articles`,`id`);--> statement-breakpoint
DROP INDEX `comments_writer`;--> statement-breakpoint
CREATE INDEX `comments_discarded` ON `comments` (`created_at`) WHERE "comments"."status" in ('spam', 'trash') and "comments"."body" <> '';--> statement-breakpoint
CREATE INDEX `comments_writer` ON `comments` (`writer_id`,`created_at`,`status`,`id`);--> statement-breakpoint
DROP INDEX `drafts_ahead`;--> statement-breakpoint
CREATE INDEX `drafts_ahead` ON `drafts` (`is_ahead`,`updated_at`);--> statement-breakpoint
DROP INDEX `media_time`;--> statement-breakpoint
CREATE INDEX `media_type` ON `media` (`type`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `media_time` ON `media` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_facts` ON `articles` (`id`,`status`,`updated_at`,`published_at`,`section_id`,`locale`,`kind`,`owner_id`,`number`);--> statement-breakpoint
CREATE INDEX `audit_log_action` ON `audit_log` (`action`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_user_action` ON `audit_log` (`user_id`,`action`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `bans_time` ON `bans` (`created_at`);--> statement-breakpoint
CREATE INDEX `bans_end` ON `bans` (`until`);--> statement-breakpoint
CREATE INDEX `comment_contacts_expiry` ON `comment_contacts` (`network_expires_at`);--> statement-breakpoint
CREATE INDEX `comment_notices_ended` ON `comment_notices` (`ended_at`);--> statement-breakpoint
CREATE INDEX `comment_notices_unconfirmed` ON `comment_notices` (`created_at`) WHERE "comment_notices"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX `jobs_failed` ON `jobs` (`done_at`) WHERE "jobs"."last_error" is not null;--> statement-breakpoint
CREATE INDEX `moderation_decisions_people` ON `moderation_decisions` (`sequence`) WHERE "moderation_decisions"."user_id" is not null;--> statement-breakpoint
CREATE INDEX `moderation_decisions_person` ON `moderation_decisions` (`user_id`,`sequence`) WHERE "moderation_decisions"."user_id" is not null;--> statement-breakpoint
CREATE INDEX `moderation_decisions_move` ON `moderation_decisions` (`to_status`,`sequence`) WHERE "moderation_decisions"."user_id" is not null and "moderation_decisions"."act" = 'move' and "moderation_decisions"."undoes_id" is null;--> statement-breakpoint
CREATE INDEX `moderation_decisions_act` ON `moderation_decisions` (`act`,`sequence`) WHERE "moderation_decisions"."act" <> 'move';--> statement-breakpoint
CREATE INDEX `moderation_decisions_undo` ON `moderation_decisions` (`sequence`) WHERE "moderation_decisions"."undoes_id" is not null;--> statement-breakpoint
CREATE INDEX `redirects_time` ON `redirects` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `redirects_target` ON `redirects` (`to_path`);--> statement-breakpoint
CREATE INDEX `tags_name` ON `tags` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `writer_addresses_time` ON `writer_addresses` (`confirmed_at`);--> statement-breakpoint
CREATE INDEX `writer_links_time` ON `writer_links` (`created_at`);
--> statement-breakpoint
INSERT INTO article_counts SELECT 'section', sections.id, (SELECT count(*) FROM articles WHERE section_id = sections.id) FROM sections;
--> statement-breakpoint
INSERT INTO article_counts SELECT 'tag', tags.id, (SELECT count(*) FROM article_tags WHERE tag_id = tags.id) FROM tags;
--> statement-breakpoint
INSERT INTO article_counts SELECT 'author', authors.id, (SELECT count(*) FROM article_authors WHERE author_id = authors.id) FROM authors;
--> statement-breakpoint
CREATE TRIGGER article_counts_sections_insert AFTER INSERT ON sections BEGIN INSERT OR IGNORE INTO article_counts VALUES ('section', NEW.id, 0); END;
--> statement-breakpoint
CREATE TRIGGER article_counts_sections_delete AFTER DELETE ON sections BEGIN DELETE FROM article_counts WHERE of = 'section' AND id = OLD.id; END;
--> statement-breakpoint
CREATE TRIGGER article_counts_tags_insert AFTER INSERT ON tags BEGIN INSERT OR IGNORE INTO article_counts VALUES ('tag', NEW.id, 0); END;
--> statement-breakpoint
CREATE TRIGGER article_counts_tags_delete AFTER DELETE ON tags BEGIN DELETE FROM article_counts WHERE of = 'tag' AND id = OLD.id; END;
--> statement-breakpoint
CREATE TRIGGER article_counts_authors_insert AFTER INSERT ON authors BEGIN INSERT OR IGNORE INTO article_counts VALUES ('author', NEW.id, 0); END;
--> statement-breakpoint
CREATE TRIGGER article_counts_authors_delete AFTER DELETE ON authors BEGIN DELETE FROM article_counts WHERE of = 'author' AND id = OLD.id; END;
--> statement-breakpoint
CREATE TRIGGER article_counts_articles_insert AFTER INSERT ON articles BEGIN UPDATE article_counts SET articles = articles + 1 WHERE of = 'section' AND id = NEW.section_id; END;
--> statement-breakpoint
CREATE TRIGGER article_counts_articles_update AFTER UPDATE OF section_id ON articles WHEN OLD.section_id <> NEW.section_id BEGIN UPDATE article_counts SET articles = articles - 1 WHERE of = 'section' AND id = OLD.section_id; UPDATE article_counts SET articles = articles + 1 WHERE of = 'section' AND id = NEW.section_id; END;
--> statement-breakpoint
CREATE TRIGGER article_counts_articles_delete AFTER DELETE ON articles BEGIN UPDATE article_counts SET articles = articles - 1 WHERE of = 'section' AND id = OLD.section_id; END;
--> statement-breakpoint
CREATE TRIGGER article_counts_article_tags_insert AFTER INSERT ON article_tags BEGIN UPDATE article_counts SET articles = articles + 1 WHERE of = 'tag' AND id = NEW.tag_id; END;
--> statement-breakpoint
CREATE TRIGGER article_counts_article_tags_update AFTER UPDATE OF tag_id ON article_tags WHEN OLD.tag_id <> NEW.tag_id BEGIN UPDATE article_counts SET articles = articles - 1 WHERE of = 'tag' AND id = OLD.tag_id; UPDATE article_counts SET articles = articles + 1 WHERE of = 'tag' AND id = NEW.tag_id; END;
--> statement-breakpoint
CREATE TRIGGER article_counts_article_tags_delete AFTER DELETE ON article_tags BEGIN UPDATE article_counts SET articles = articles - 1 WHERE of = 'tag' AND id = OLD.tag_id; END;
--> statement-breakpoint
CREATE TRIGGER article_counts_article_authors_insert AFTER INSERT ON article_authors BEGIN UPDATE article_counts SET articles = articles + 1 WHERE of = 'author' AND id = NEW.author_id; END;
--> statement-breakpoint
CREATE TRIGGER article_counts_article_authors_update AFTER UPDATE OF author_id ON article_authors WHEN OLD.author_id <> NEW.author_id BEGIN UPDATE article_counts SET articles = articles - 1 WHERE of = 'author' AND id = OLD.author_id; UPDATE article_counts SET articles = articles + 1 WHERE of = 'author' AND id = NEW.author_id; END;
--> statement-breakpoint
CREATE TRIGGER article_counts_article_authors_delete AFTER DELETE ON article_authors BEGIN UPDATE article_counts SET articles = articles - 1 WHERE of = 'author' AND id = OLD.author_id; END;
