ALTER TABLE `articles` ADD `lead_credit` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `priority` text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
CREATE INDEX `articles_front` ON `articles` (`locale`,`status`,`published_at`,`number`) WHERE "articles"."priority" <> 'none';--> statement-breakpoint
CREATE INDEX `articles_front_section` ON `articles` (`section_id`,`locale`,`status`,`published_at`,`number`) WHERE "articles"."priority" <> 'none';--> statement-breakpoint
UPDATE `drafts` SET `content` = json_set(`content`, '$.lead.credit', '', '$.priority', 'normal');--> statement-breakpoint
UPDATE `revisions` SET `content` = json_set(`content`, '$.lead.credit', '', '$.priority', 'normal');
