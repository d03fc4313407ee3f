ALTER TABLE "articles" ADD COLUMN "lead_credit" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "priority" text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
CREATE INDEX "articles_front" ON "articles" USING btree ("locale","status","published_at","number") WHERE "articles"."priority" <> 'none';--> statement-breakpoint
CREATE INDEX "articles_front_section" ON "articles" USING btree ("section_id","locale","status","published_at","number") WHERE "articles"."priority" <> 'none';--> statement-breakpoint
UPDATE "drafts" SET "content" = jsonb_set(jsonb_set("content"::jsonb, '{lead,credit}', '""'), '{priority}', '"normal"');--> statement-breakpoint
UPDATE "revisions" SET "content" = jsonb_set(jsonb_set("content"::jsonb, '{lead,credit}', '""'), '{priority}', '"normal"');
