DROP INDEX "articles_updated";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "sent_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "preview_nonce" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "articles_list" ON "articles" USING btree ("updated_at","id","status","published_at","section_id","locale","kind","owner_id","number");--> statement-breakpoint
CREATE INDEX "drafts_sent" ON "drafts" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "drafts_ahead" ON "drafts" USING btree ("is_ahead");