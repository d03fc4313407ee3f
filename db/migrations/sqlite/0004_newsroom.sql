CREATE TABLE `address_hits` (
	`path` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`hits` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `address_hits_order` ON `address_hits` (`kind`,`hits`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`article_id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`version` integer NOT NULL,
	`is_ahead` integer NOT NULL,
	`user_id` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `editing_tabs` (
	`article_id` text NOT NULL,
	`tab_id` text NOT NULL,
	`user_id` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`article_id`, `tab_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `front_slots` (
	`id` text PRIMARY KEY NOT NULL,
	`locale` text NOT NULL,
	`slot` text NOT NULL,
	`section_id` text,
	`position` integer NOT NULL,
	`article_id` text NOT NULL,
	`expires_at` integer,
	`user_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `front_slots_article` ON `front_slots` (`locale`,`article_id`);--> statement-breakpoint
CREATE INDEX `front_slots_place` ON `front_slots` (`locale`,`slot`,`position`);--> statement-breakpoint
CREATE TABLE `live_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`at` integer NOT NULL,
	`headline` text NOT NULL,
	`body` text NOT NULL,
	`is_key` integer NOT NULL,
	`is_pinned` integer NOT NULL,
	`user_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `live_entries_article` ON `live_entries` (`article_id`,`at`);--> statement-breakpoint
CREATE TABLE `media_usages` (
	`media_id` text NOT NULL,
	`used_in` text NOT NULL,
	`subject_id` text NOT NULL,
	PRIMARY KEY(`media_id`, `used_in`, `subject_id`),
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `media_usages_subject` ON `media_usages` (`used_in`,`subject_id`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`public_key` text NOT NULL,
	`user_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`counter` integer NOT NULL,
	`device_type` text NOT NULL,
	`backed_up` integer NOT NULL,
	`transports` text,
	`created_at` integer,
	`aaguid` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `passkeys_user` ON `passkeys` (`user_id`);--> statement-breakpoint
CREATE INDEX `passkeys_credential` ON `passkeys` (`credential_id`);--> statement-breakpoint
CREATE TABLE `redirects` (
	`id` text PRIMARY KEY NOT NULL,
	`from_path` text NOT NULL,
	`to_path` text NOT NULL,
	`is_automatic` integer NOT NULL,
	`user_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `redirects_from_path_unique` ON `redirects` (`from_path`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`number` integer NOT NULL,
	`act` text NOT NULL,
	`content` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`user_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_number` ON `revisions` (`article_id`,`number`);--> statement-breakpoint
CREATE TABLE `scheduled_revisions` (
	`article_id` text PRIMARY KEY NOT NULL,
	`revision_id` text NOT NULL,
	`due_at` integer NOT NULL,
	`user_id` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `scheduled_revisions_due` ON `scheduled_revisions` (`due_at`);--> statement-breakpoint
ALTER TABLE `articles` ADD `kind` text DEFAULT 'article' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `label` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `lead_alt` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `lead_decorative` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `seo_title` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `seo_description` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `social_media_id` text REFERENCES media(id);--> statement-breakpoint
ALTER TABLE `articles` ADD `canonical_url` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `live_ended_at` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `owner_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `articles` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `updated_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `articles_desk` ON `articles` (`status`,`updated_at`);--> statement-breakpoint
CREATE INDEX `articles_updated` ON `articles` (`updated_at`);--> statement-breakpoint
CREATE INDEX `articles_owner` ON `articles` (`owner_id`,`updated_at`);--> statement-breakpoint
ALTER TABLE `audit_log` ADD `act_id` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `before` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `after` text;--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject`,`created_at`);--> statement-breakpoint
CREATE INDEX `audit_log_user` ON `audit_log` (`user_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `authors` ADD `title_ar` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `authors` ADD `title_en` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `authors` ADD `media_id` text REFERENCES media(id);--> statement-breakpoint
ALTER TABLE `authors` ADD `links` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `authors` ADD `user_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `media` ADD `type` text DEFAULT 'image' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `mime` text DEFAULT 'image/png' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `bytes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `file_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `caption` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `license` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `source_url` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `focal_x` integer DEFAULT 500 NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `focal_y` integer DEFAULT 500 NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `user_id` text REFERENCES users(id);--> statement-breakpoint
CREATE INDEX `media_time` ON `media` (`created_at`);--> statement-breakpoint
ALTER TABLE `users` ADD `locale` text DEFAULT 'ar' NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `disabled_at` integer;