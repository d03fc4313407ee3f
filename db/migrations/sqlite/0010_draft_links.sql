-- A draft is filed under its tags and bylines for the newsroom's lists: no page shows that, so none is made anew for it.
DROP TRIGGER content_version_article_tags_insert;
--> statement-breakpoint
CREATE TRIGGER content_version_article_tags_insert AFTER INSERT ON article_tags WHEN EXISTS (SELECT 1 FROM articles WHERE id = NEW.article_id AND status IN ('published', 'retracted')) BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
DROP TRIGGER content_version_article_tags_update;
--> statement-breakpoint
CREATE TRIGGER content_version_article_tags_update AFTER UPDATE ON article_tags WHEN EXISTS (SELECT 1 FROM articles WHERE id = NEW.article_id AND status IN ('published', 'retracted')) BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
DROP TRIGGER content_version_article_tags_delete;
--> statement-breakpoint
CREATE TRIGGER content_version_article_tags_delete AFTER DELETE ON article_tags WHEN EXISTS (SELECT 1 FROM articles WHERE id = OLD.article_id AND status IN ('published', 'retracted')) BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
DROP TRIGGER content_version_article_authors_insert;
--> statement-breakpoint
CREATE TRIGGER content_version_article_authors_insert AFTER INSERT ON article_authors WHEN EXISTS (SELECT 1 FROM articles WHERE id = NEW.article_id AND status IN ('published', 'retracted')) BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
DROP TRIGGER content_version_article_authors_update;
--> statement-breakpoint
CREATE TRIGGER content_version_article_authors_update AFTER UPDATE ON article_authors WHEN EXISTS (SELECT 1 FROM articles WHERE id = NEW.article_id AND status IN ('published', 'retracted')) BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
DROP TRIGGER content_version_article_authors_delete;
--> statement-breakpoint
CREATE TRIGGER content_version_article_authors_delete AFTER DELETE ON article_authors WHEN EXISTS (SELECT 1 FROM articles WHERE id = OLD.article_id AND status IN ('published', 'retracted')) BEGIN UPDATE content_version SET version = version + 1; END;
--> statement-breakpoint
INSERT OR IGNORE INTO article_authors (article_id, author_id, position)
  SELECT drafts.article_id, authors.id, named.key
  FROM drafts JOIN articles ON articles.id = drafts.article_id JOIN json_each(drafts.content, '$.authorIds') AS named JOIN authors ON authors.id = named.value
  WHERE articles.status = 'draft';
--> statement-breakpoint
INSERT OR IGNORE INTO article_tags (article_id, tag_id, position)
  SELECT drafts.article_id, tags.id, named.key
  FROM drafts JOIN articles ON articles.id = drafts.article_id JOIN json_each(drafts.content, '$.tags') AS named JOIN tags ON tags.name = named.value
  WHERE articles.status = 'draft';
