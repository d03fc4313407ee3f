-- One row that says «something a reader can see has changed»; server/page-cache.ts asks for it (docs/decisions/003).
INSERT INTO content_version (id, version) VALUES (1, 1);
--> statement-breakpoint
CREATE TRIGGER content_version_sections_insert AFTER INSERT ON sections BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_sections_update AFTER UPDATE ON sections BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_sections_delete AFTER DELETE ON sections BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_tags_insert AFTER INSERT ON tags BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_tags_update AFTER UPDATE ON tags BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_tags_delete AFTER DELETE ON tags BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_authors_insert AFTER INSERT ON authors BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_authors_update AFTER UPDATE ON authors BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_authors_delete AFTER DELETE ON authors BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_media_insert AFTER INSERT ON media BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_media_update AFTER UPDATE ON media BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_media_delete AFTER DELETE ON media BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_article_tags_insert AFTER INSERT ON article_tags BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_article_tags_update AFTER UPDATE ON article_tags BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_article_tags_delete AFTER DELETE ON article_tags BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_article_authors_insert AFTER INSERT ON article_authors BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_article_authors_update AFTER UPDATE ON article_authors BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_article_authors_delete AFTER DELETE ON article_authors BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_corrections_insert AFTER INSERT ON corrections BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_corrections_update AFTER UPDATE ON corrections BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_corrections_delete AFTER DELETE ON corrections BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_pages_insert AFTER INSERT ON pages BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_pages_update AFTER UPDATE ON pages BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_pages_delete AFTER DELETE ON pages BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_settings_insert AFTER INSERT ON settings BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_settings_update AFTER UPDATE ON settings BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_settings_delete AFTER DELETE ON settings BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_articles_insert AFTER INSERT ON articles WHEN NEW.status = 'published' BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_articles_update AFTER UPDATE ON articles WHEN NEW.status = 'published' OR OLD.status = 'published' BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_articles_delete AFTER DELETE ON articles WHEN OLD.status = 'published' BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_comments_insert AFTER INSERT ON comments WHEN NEW.status = 'approved' BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_comments_update AFTER UPDATE ON comments WHEN NEW.status = 'approved' OR OLD.status = 'approved' BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER content_version_comments_delete AFTER DELETE ON comments WHEN OLD.status = 'approved' BEGIN UPDATE content_version SET version = version + 1; END;
