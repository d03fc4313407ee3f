ALTER TABLE "drafts" ADD COLUMN "sent_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "preview_nonce" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "drafts_sent" ON "drafts" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "drafts_ahead" ON "drafts" USING btree ("is_ahead");