-- SQLite rounds a quotient toward zero, so span 0 was 60 days long and earlier ones were named by the next number. Times are now shifted by 3333334 spans, more than a time can lie before 1970 (db/articles/listings.ts).
DROP TRIGGER listing_counts_insert;
--> statement-breakpoint
DROP TRIGGER listing_counts_delete;
--> statement-breakpoint
CREATE TABLE early_counts AS
  SELECT list, locale, (published_at + 8640001728000000) / 2592000000 - 3333334 AS span, count(*) AS articles
  FROM (SELECT DISTINCT list, locale FROM listing_counts WHERE span <= 0) CROSS JOIN listings USING (list, locale)
  WHERE published_at < 2592000000 GROUP BY 1, 2, 3;
--> statement-breakpoint
DELETE FROM listing_counts WHERE span <= 0;
--> statement-breakpoint
INSERT INTO listing_counts SELECT list, locale, span, articles FROM early_counts;
--> statement-breakpoint
DROP TABLE early_counts;
--> statement-breakpoint
CREATE TRIGGER listing_counts_insert AFTER INSERT ON listings BEGIN INSERT INTO listing_counts VALUES (NEW.list, NEW.locale, (NEW.published_at + 8640001728000000) / 2592000000 - 3333334, 1) ON CONFLICT (list, locale, span) DO UPDATE SET articles = articles + 1; END;
--> statement-breakpoint
CREATE TRIGGER listing_counts_delete AFTER DELETE ON listings BEGIN UPDATE listing_counts SET articles = articles - 1 WHERE list = OLD.list AND locale = OLD.locale AND span = (OLD.published_at + 8640001728000000) / 2592000000 - 3333334; END;
