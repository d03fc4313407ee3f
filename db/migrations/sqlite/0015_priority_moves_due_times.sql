-- An important article stops leading the front page after a day: that is a due time as well.
DROP TRIGGER due_version_articles_update;
--> statement-breakpoint
CREATE TRIGGER due_version_articles_update AFTER UPDATE OF status, published_at, breaking_until, comments_open, comments_close_at, priority ON articles WHEN NEW.status = 'published' OR OLD.status = 'published' BEGIN UPDATE content_version SET due = due + 1; END;
