CREATE TABLE "house" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX "articles_lead_end" ON "articles" USING btree ("status","priority","published_at");