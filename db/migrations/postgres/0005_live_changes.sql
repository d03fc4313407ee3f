ALTER TABLE "live_entries" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "live_entries_changed" ON "live_entries" USING btree ("article_id","updated_at");