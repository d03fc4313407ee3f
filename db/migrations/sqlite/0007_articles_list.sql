DROP INDEX `articles_updated`;--> statement-breakpoint
CREATE INDEX `articles_list` ON `articles` (`updated_at`,`id`,`status`,`published_at`,`section_id`,`locale`,`kind`,`owner_id`,`number`);