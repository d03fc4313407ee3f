-- A comment is shown when it is approved; when it is not, its place is, as long as something approved hangs below it, and the place says
-- why it is empty. What the desk alone sees of a comment (reports, score, signals) makes no page anew.
DROP TRIGGER content_version_comments_insert;
--> statement-breakpoint
DROP TRIGGER content_version_comments_update;
--> statement-breakpoint
DROP TRIGGER content_version_comments_delete;
--> statement-breakpoint
CREATE TRIGGER content_version_comments_insert AFTER INSERT ON comments WHEN NEW.status = 'approved' OR EXISTS (SELECT 1 FROM comments WHERE thread_id = NEW.id AND status = 'approved') OR EXISTS (SELECT 1 FROM comments WHERE parent_id = NEW.id AND status = 'approved') BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_comments_update AFTER UPDATE OF id, article_id, parent_id, thread_id, name, body, status, created_at, depth, edited_at, appreciations, featured_at, featured_line, staff_id ON comments WHEN OLD.status = 'approved' OR NEW.status = 'approved' OR EXISTS (SELECT 1 FROM comments WHERE thread_id = NEW.id AND status = 'approved') OR EXISTS (SELECT 1 FROM comments WHERE parent_id = NEW.id AND status = 'approved') BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_comments_delete AFTER DELETE ON comments WHEN OLD.status = 'approved' OR EXISTS (SELECT 1 FROM comments WHERE thread_id = OLD.id AND status = 'approved') OR EXISTS (SELECT 1 FROM comments WHERE parent_id = OLD.id AND status = 'approved') BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
-- The next due time (db/content-version.ts) is asked for again when one of these has changed, not after every commit.
CREATE TRIGGER due_version_articles_insert AFTER INSERT ON articles WHEN NEW.status = 'published' BEGIN UPDATE content_version SET due = due + 1; END;
--> statement-breakpoint
CREATE TRIGGER due_version_articles_update AFTER UPDATE OF status, published_at, breaking_until, comments_open, comments_close_at ON articles WHEN NEW.status = 'published' OR OLD.status = 'published' BEGIN UPDATE content_version SET due = due + 1; END;
--> statement-breakpoint
CREATE TRIGGER due_version_articles_delete AFTER DELETE ON articles WHEN OLD.status = 'published' BEGIN UPDATE content_version SET due = due + 1; END;
--> statement-breakpoint
CREATE TRIGGER due_version_front_slots_insert AFTER INSERT ON front_slots BEGIN UPDATE content_version SET due = due + 1; END;
--> statement-breakpoint
CREATE TRIGGER due_version_front_slots_update AFTER UPDATE ON front_slots BEGIN UPDATE content_version SET due = due + 1; END;
--> statement-breakpoint
CREATE TRIGGER due_version_front_slots_delete AFTER DELETE ON front_slots BEGIN UPDATE content_version SET due = due + 1; END;
--> statement-breakpoint
CREATE TRIGGER due_version_settings_insert AFTER INSERT ON settings BEGIN UPDATE content_version SET due = due + 1; END;
--> statement-breakpoint
CREATE TRIGGER due_version_settings_update AFTER UPDATE ON settings BEGIN UPDATE content_version SET due = due + 1; END;
--> statement-breakpoint
CREATE TRIGGER due_version_settings_delete AFTER DELETE ON settings BEGIN UPDATE content_version SET due = due + 1; END;
--> statement-breakpoint
CREATE TRIGGER due_version_scheduled_revisions_insert AFTER INSERT ON scheduled_revisions BEGIN UPDATE content_version SET due = due + 1; END;
--> statement-breakpoint
CREATE TRIGGER due_version_scheduled_revisions_update AFTER UPDATE ON scheduled_revisions BEGIN UPDATE content_version SET due = due + 1; END;
--> statement-breakpoint
CREATE TRIGGER due_version_scheduled_revisions_delete AFTER DELETE ON scheduled_revisions BEGIN UPDATE content_version SET due = due + 1; END;
