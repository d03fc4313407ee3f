-- A picture that has just come in is on no page, and one that leaves was on none: no page is made anew for it.
DROP TRIGGER content_version_media_insert;
--> statement-breakpoint
DROP TRIGGER content_version_media_delete;
