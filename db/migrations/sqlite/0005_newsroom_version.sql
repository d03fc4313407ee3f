CREATE TRIGGER content_version_live_entries_insert AFTER INSERT ON live_entries BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_live_entries_update AFTER UPDATE ON live_entries BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_live_entries_delete AFTER DELETE ON live_entries BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_front_slots_insert AFTER INSERT ON front_slots BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_front_slots_update AFTER UPDATE ON front_slots BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_front_slots_delete AFTER DELETE ON front_slots BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_redirects_insert AFTER INSERT ON redirects BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_redirects_update AFTER UPDATE ON redirects BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_redirects_delete AFTER DELETE ON redirects BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
DROP TRIGGER content_version_articles_insert;
--> statement-breakpoint
CREATE TRIGGER content_version_articles_insert AFTER INSERT ON articles WHEN NEW.status IN ('published', 'retracted') BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
DROP TRIGGER content_version_articles_update;
--> statement-breakpoint
CREATE TRIGGER content_version_articles_update AFTER UPDATE ON articles WHEN NEW.status IN ('published', 'retracted') OR OLD.status IN ('published', 'retracted') BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
DROP TRIGGER content_version_articles_delete;
--> statement-breakpoint
CREATE TRIGGER content_version_articles_delete AFTER DELETE ON articles WHEN OLD.status IN ('published', 'retracted') BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
UPDATE articles SET updated_at = created_at;
