CREATE TABLE `listing_counts` (
	`list` text NOT NULL,
	`locale` text NOT NULL,
	`span` integer NOT NULL,
	`articles` integer NOT NULL,
	PRIMARY KEY(`list`, `locale`, `span`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `listings` (
	`list` text NOT NULL,
	`locale` text NOT NULL,
	`published_at` integer NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`list`, `locale`, `published_at`, `number`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `articles_slug` ON `articles` (`slug`);--> statement-breakpoint
CREATE INDEX `articles_retracted` ON `articles` (`revised_at`) WHERE "articles"."status" = 'retracted';--> statement-breakpoint
CREATE INDEX `articles_found` ON `articles` (`number`,`status`,`locale`,`published_at`);
--> statement-breakpoint
-- db/engine/folded-column.ts: the expression must be the same. Not in the schema, because drizzle-kit cuts it at its commas.
CREATE INDEX tags_folded ON tags (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(slug, 'ئو', 'وو'), 'ءو', 'وو'), 'أ', 'ا'), 'إ', 'ا'), 'آ', 'ا'), 'ٱ', 'ا'), 'ى', 'ي'), 'ی', 'ي'), 'ې', 'ي'), 'ے', 'ي'), 'ئ', 'ي'), 'ؤ', 'و'), 'ة', 'ه'), 'ۀ', 'ه'), 'ہ', 'ه'), 'ھ', 'ه'), 'ە', 'ه'), 'ک', 'ك'), 'گ', 'ك'), 'ڭ', 'ك'), 'ݣ', 'ك'), 'ڨ', 'ق'), 'ڤ', 'ف'), 'پ', 'ب'), 'چ', 'ج'), 'ژ', 'ز'));
--> statement-breakpoint
-- The rows that `listings` must have, by article.
CREATE VIEW article_listings AS
  SELECT id AS article_id, 'articles' AS list, locale, published_at, number FROM articles WHERE status = 'published' AND published_at IS NOT NULL
  UNION ALL SELECT id, section_id, locale, published_at, number FROM articles WHERE status = 'published' AND published_at IS NOT NULL
  UNION ALL SELECT articles.id, article_tags.tag_id, locale, published_at, number FROM article_tags CROSS JOIN articles ON articles.id = article_tags.article_id WHERE status = 'published' AND published_at IS NOT NULL
  UNION ALL SELECT articles.id, article_authors.author_id, locale, published_at, number FROM article_authors CROSS JOIN articles ON articles.id = article_authors.article_id WHERE status = 'published' AND published_at IS NOT NULL
  UNION ALL SELECT articles.id, 'corrections', locale, corrections.published_at, number FROM corrections CROSS JOIN articles ON articles.id = corrections.article_id WHERE status IN ('published', 'retracted');
--> statement-breakpoint
-- Filled from a small copy: these columns lie behind the long texts of an article's row, but not in this index.
CREATE TABLE listed AS SELECT id, status, section_id, locale, published_at, number FROM articles INDEXED BY articles_desk WHERE status IN ('published', 'retracted');
--> statement-breakpoint
CREATE UNIQUE INDEX listed_id ON listed (id);
--> statement-breakpoint
INSERT OR IGNORE INTO listings
  SELECT 'articles', locale, published_at, number FROM listed WHERE status = 'published' AND published_at IS NOT NULL
  UNION ALL SELECT section_id, locale, published_at, number FROM listed WHERE status = 'published' AND published_at IS NOT NULL
  UNION ALL SELECT tag_id, locale, published_at, number FROM article_tags CROSS JOIN listed ON id = article_id WHERE status = 'published' AND published_at IS NOT NULL
  UNION ALL SELECT author_id, locale, published_at, number FROM article_authors CROSS JOIN listed ON id = article_id WHERE status = 'published' AND published_at IS NOT NULL
  UNION ALL SELECT 'corrections', locale, corrections.published_at, number FROM corrections CROSS JOIN listed ON listed.id = article_id
  ORDER BY 1, 2, 3, 4;
--> statement-breakpoint
DROP TABLE listed;
--> statement-breakpoint
-- A span is 30 days (db/articles/listings.ts).
INSERT INTO listing_counts SELECT list, locale, published_at / 2592000000, count(*) FROM listings GROUP BY 1, 2, 3;
--> statement-breakpoint
CREATE TRIGGER listing_counts_insert AFTER INSERT ON listings BEGIN INSERT INTO listing_counts VALUES (NEW.list, NEW.locale, NEW.published_at / 2592000000, 1) ON CONFLICT (list, locale, span) DO UPDATE SET articles = articles + 1; END;
--> statement-breakpoint
CREATE TRIGGER listing_counts_delete AFTER DELETE ON listings BEGIN UPDATE listing_counts SET articles = articles - 1 WHERE list = OLD.list AND locale = OLD.locale AND span = OLD.published_at / 2592000000; END;
--> statement-breakpoint
CREATE TRIGGER listings_articles_insert AFTER INSERT ON articles WHEN NEW.status = 'published' BEGIN INSERT OR IGNORE INTO listings SELECT list, locale, published_at, number FROM article_listings WHERE article_id = NEW.id; END;
--> statement-breakpoint
-- Before the change the view still has the old rows, after it the new ones.
CREATE TRIGGER listings_articles_before_update BEFORE UPDATE OF status, published_at, locale, section_id, number ON articles WHEN OLD.status IN ('published', 'retracted') AND (OLD.status, OLD.published_at, OLD.locale, OLD.section_id, OLD.number) IS NOT (NEW.status, NEW.published_at, NEW.locale, NEW.section_id, NEW.number) BEGIN DELETE FROM listings WHERE (list, locale, published_at, number) IN (SELECT list, locale, published_at, number FROM article_listings WHERE article_id = OLD.id); END;
--> statement-breakpoint
CREATE TRIGGER listings_articles_update AFTER UPDATE OF status, published_at, locale, section_id, number ON articles WHEN NEW.status IN ('published', 'retracted') AND (OLD.status, OLD.published_at, OLD.locale, OLD.section_id, OLD.number) IS NOT (NEW.status, NEW.published_at, NEW.locale, NEW.section_id, NEW.number) BEGIN INSERT OR IGNORE INTO listings SELECT list, locale, published_at, number FROM article_listings WHERE article_id = NEW.id; END;
--> statement-breakpoint
-- Before, because foreign keys delete tags and bylines first.
CREATE TRIGGER listings_articles_before_delete BEFORE DELETE ON articles WHEN OLD.status IN ('published', 'retracted') BEGIN DELETE FROM listings WHERE (list, locale, published_at, number) IN (SELECT list, locale, published_at, number FROM article_listings WHERE article_id = OLD.id); END;
--> statement-breakpoint
CREATE TRIGGER listings_article_tags_insert AFTER INSERT ON article_tags BEGIN INSERT OR IGNORE INTO listings SELECT NEW.tag_id, locale, published_at, number FROM articles WHERE id = NEW.article_id AND status = 'published' AND published_at IS NOT NULL; END;
--> statement-breakpoint
CREATE TRIGGER listings_article_tags_update AFTER UPDATE OF article_id, tag_id ON article_tags BEGIN DELETE FROM listings WHERE list = OLD.tag_id AND (locale, published_at, number) IN (SELECT locale, published_at, number FROM articles WHERE id = OLD.article_id); INSERT OR IGNORE INTO listings SELECT NEW.tag_id, locale, published_at, number FROM articles WHERE id = NEW.article_id AND status = 'published' AND published_at IS NOT NULL; END;
--> statement-breakpoint
CREATE TRIGGER listings_article_tags_delete AFTER DELETE ON article_tags BEGIN DELETE FROM listings WHERE list = OLD.tag_id AND (locale, published_at, number) IN (SELECT locale, published_at, number FROM articles WHERE id = OLD.article_id); END;
--> statement-breakpoint
CREATE TRIGGER listings_article_authors_insert AFTER INSERT ON article_authors BEGIN INSERT OR IGNORE INTO listings SELECT NEW.author_id, locale, published_at, number FROM articles WHERE id = NEW.article_id AND status = 'published' AND published_at IS NOT NULL; END;
--> statement-breakpoint
CREATE TRIGGER listings_article_authors_update AFTER UPDATE OF article_id, author_id ON article_authors BEGIN DELETE FROM listings WHERE list = OLD.author_id AND (locale, published_at, number) IN (SELECT locale, published_at, number FROM articles WHERE id = OLD.article_id); INSERT OR IGNORE INTO listings SELECT NEW.author_id, locale, published_at, number FROM articles WHERE id = NEW.article_id AND status = 'published' AND published_at IS NOT NULL; END;
--> statement-breakpoint
CREATE TRIGGER listings_article_authors_delete AFTER DELETE ON article_authors BEGIN DELETE FROM listings WHERE list = OLD.author_id AND (locale, published_at, number) IN (SELECT locale, published_at, number FROM articles WHERE id = OLD.article_id); END;
--> statement-breakpoint
CREATE TRIGGER listings_corrections_insert AFTER INSERT ON corrections BEGIN INSERT OR IGNORE INTO listings SELECT list, locale, published_at, number FROM article_listings WHERE article_id = NEW.article_id AND list = 'corrections'; END;
--> statement-breakpoint
-- A second note of the same millisecond keeps the row.
CREATE TRIGGER listings_corrections_delete AFTER DELETE ON corrections BEGIN DELETE FROM listings WHERE list = 'corrections' AND (locale, published_at, number) IN (SELECT locale, OLD.published_at, number FROM articles WHERE id = OLD.article_id); INSERT OR IGNORE INTO listings SELECT list, locale, published_at, number FROM article_listings WHERE article_id = OLD.article_id AND list = 'corrections'; END;
--> statement-breakpoint
CREATE TRIGGER listings_corrections_update AFTER UPDATE OF article_id, published_at ON corrections BEGIN DELETE FROM listings WHERE list = 'corrections' AND (locale, published_at, number) IN (SELECT locale, OLD.published_at, number FROM articles WHERE id = OLD.article_id); INSERT OR IGNORE INTO listings SELECT list, locale, published_at, number FROM article_listings WHERE article_id = OLD.article_id AND list = 'corrections'; INSERT OR IGNORE INTO listings SELECT list, locale, published_at, number FROM article_listings WHERE article_id = NEW.article_id AND list = 'corrections'; END;
