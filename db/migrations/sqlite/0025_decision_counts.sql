CREATE TABLE `decision_counts` (
	`length` integer NOT NULL,
	`span` integer NOT NULL,
	`to_status` text NOT NULL,
	`reason_code` text NOT NULL,
	`decisions` integer NOT NULL,
	PRIMARY KEY(`length`, `span`, `to_status`, `reason_code`)
) WITHOUT ROWID;
--> statement-breakpoint
-- Quarters of an hour and days (db/moderation/totals.ts). Decisions made elsewhere before an import do not count.
INSERT INTO decision_counts
  SELECT length, act.created_at / length, made.to_status, coalesce(made.reason_code, ''), sum(CASE WHEN act.undoes_id IS NULL THEN 1 ELSE -1 END)
  FROM moderation_decisions AS act CROSS JOIN moderation_decisions AS made ON made.id = coalesce(act.undoes_id, act.id)
  CROSS JOIN (SELECT 900000 AS length UNION ALL SELECT 86400000)
  WHERE act.act = 'move' AND act.rule IS NOT 'import' GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
-- Decisions are only added: no row of the chain is changed or deleted.
CREATE TRIGGER decision_counts_insert AFTER INSERT ON moderation_decisions WHEN NEW.act = 'move' AND NEW.rule IS NOT 'import' BEGIN
  INSERT INTO decision_counts
    SELECT length, NEW.created_at / length, made.to_status, coalesce(made.reason_code, ''), CASE WHEN NEW.undoes_id IS NULL THEN 1 ELSE -1 END
    FROM moderation_decisions AS made CROSS JOIN (SELECT 900000 AS length UNION ALL SELECT 86400000)
    WHERE made.id = coalesce(NEW.undoes_id, NEW.id)
  ON CONFLICT (length, span, to_status, reason_code) DO UPDATE SET decisions = decisions + excluded.decisions;
END;
