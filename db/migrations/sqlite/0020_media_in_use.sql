CREATE INDEX `articles_lead_media` ON `articles` (`lead_media_id`);--> statement-breakpoint
CREATE INDEX `articles_social_media` ON `articles` (`social_media_id`);