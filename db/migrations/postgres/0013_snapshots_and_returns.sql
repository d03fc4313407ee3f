ALTER TABLE "drafts" ADD COLUMN "return_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "returned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "returned_by" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_returned_by_users_id_fk" FOREIGN KEY ("returned_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_returned" ON "drafts" USING btree ("returned_at");--> statement-breakpoint
CREATE INDEX "revisions_snapshots" ON "revisions" USING btree ("created_at","id") WHERE act = 'auto';