CREATE INDEX "articles_lead_media" ON "articles" USING btree ("lead_media_id");--> statement-breakpoint
CREATE INDEX "articles_social_media" ON "articles" USING btree ("social_media_id");