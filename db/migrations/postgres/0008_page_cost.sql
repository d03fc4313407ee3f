DROP INDEX "articles_breaking";--> statement-breakpoint
DROP INDEX "comments_thread";--> statement-breakpoint
ALTER TABLE "content_version" ADD COLUMN "due" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "articles_breaking_end" ON "articles" USING btree ("status","breaking_until");--> statement-breakpoint
CREATE INDEX "articles_comments_end" ON "articles" USING btree ("status","comments_open","comments_close_at","published_at");--> statement-breakpoint
CREATE INDEX "articles_publication" ON "articles" USING btree ("status","published_at");--> statement-breakpoint
CREATE INDEX "comments_thread_state" ON "comments" USING btree ("thread_id","status");--> statement-breakpoint
CREATE INDEX "comments_parent_state" ON "comments" USING btree ("parent_id","status");