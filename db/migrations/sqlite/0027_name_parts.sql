CREATE TABLE `name_parts` (
	`of` text NOT NULL,
	`start` text NOT NULL,
	`names` integer NOT NULL,
	PRIMARY KEY(`of`, `start`)
) WITHOUT ROWID;
--> statement-breakpoint
-- A part has 500 names. Ids grow with time; one that comes late joins the part of its range, also if that is full.
INSERT INTO name_parts SELECT 'tags', min(id), count(*) FROM (SELECT id, (row_number() OVER (ORDER BY id) - 1) / 500 AS part FROM tags) GROUP BY part;
--> statement-breakpoint
CREATE TRIGGER name_parts_tags_insert AFTER INSERT ON tags BEGIN
  INSERT INTO name_parts SELECT 'tags', NEW.id, 0
    WHERE NOT EXISTS (SELECT 1 FROM name_parts WHERE of = 'tags' AND start <= NEW.id)
      OR (NEW.id = (SELECT max(id) FROM tags) AND (SELECT names FROM name_parts WHERE of = 'tags' ORDER BY start DESC LIMIT 1) >= 500);
  UPDATE name_parts SET names = names + 1 WHERE of = 'tags' AND start = (SELECT max(start) FROM name_parts WHERE of = 'tags' AND start <= NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER name_parts_tags_delete AFTER DELETE ON tags BEGIN
  UPDATE name_parts SET names = names - 1 WHERE of = 'tags' AND start = (SELECT max(start) FROM name_parts WHERE of = 'tags' AND start <= OLD.id);
  DELETE FROM name_parts WHERE of = 'tags' AND names = 0 AND start = (SELECT max(start) FROM name_parts WHERE of = 'tags' AND start <= OLD.id);
END;
--> statement-breakpoint
INSERT INTO name_parts SELECT 'authors', min(id), count(*) FROM (SELECT id, (row_number() OVER (ORDER BY id) - 1) / 500 AS part FROM authors) GROUP BY part;
--> statement-breakpoint
CREATE TRIGGER name_parts_authors_insert AFTER INSERT ON authors BEGIN
  INSERT INTO name_parts SELECT 'authors', NEW.id, 0
    WHERE NOT EXISTS (SELECT 1 FROM name_parts WHERE of = 'authors' AND start <= NEW.id)
      OR (NEW.id = (SELECT max(id) FROM authors) AND (SELECT names FROM name_parts WHERE of = 'authors' ORDER BY start DESC LIMIT 1) >= 500);
  UPDATE name_parts SET names = names + 1 WHERE of = 'authors' AND start = (SELECT max(start) FROM name_parts WHERE of = 'authors' AND start <= NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER name_parts_authors_delete AFTER DELETE ON authors BEGIN
  UPDATE name_parts SET names = names - 1 WHERE of = 'authors' AND start = (SELECT max(start) FROM name_parts WHERE of = 'authors' AND start <= OLD.id);
  DELETE FROM name_parts WHERE of = 'authors' AND names = 0 AND start = (SELECT max(start) FROM name_parts WHERE of = 'authors' AND start <= OLD.id);
END;
