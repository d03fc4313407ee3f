CREATE TABLE "article_counts" (
	"of" text NOT NULL,
	"id" text NOT NULL,
	"articles" bigint NOT NULL,
	CONSTRAINT "article_counts_of_id_pk" PRIMARY KEY("of","id")
);
--> statement-breakpoint
DROP INDEX "comments_writer";--> statement-breakpoint
DROP INDEX "drafts_ahead";--> statement-breakpoint
DROP INDEX "media_time";--> statement-breakpoint
CREATE INDEX "article_counts_order" ON "article_counts" USING btree ("of","articles","id");--> statement-breakpoint
CREATE INDEX "articles_facts" ON "articles" USING btree ("id","status","updated_at","published_at","section_id","locale","kind","owner_id","number");--> statement-breakpoint
CREATE INDEX "audit_log_action" ON "audit_log" USING btree ("action","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_log_user_action" ON "audit_log" USING btree ("user_id","action","created_at","id");--> statement-breakpoint
CREATE INDEX "bans_time" ON "bans" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "bans_end" ON "bans" USING btree ("until");--> statement-breakpoint
CREATE INDEX "comment_contacts_expiry" ON "comment_contacts" USING btree ("network_expires_at");--> statement-breakpoint
CREATE INDEX "comment_notices_ended" ON "comment_notices" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "comment_notices_unconfirmed" ON "comment_notices" USING btree ("created_at") WHERE "comment_notices"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX "comments_discarded" ON "comments" USING btree ("created_at") WHERE "comments"."status" in ('spam', 'trash') and "comments"."body" <> '';--> statement-breakpoint
CREATE INDEX "jobs_failed" ON "jobs" USING btree ("done_at") WHERE "jobs"."last_error" is not null;--> statement-breakpoint
CREATE INDEX "media_type" ON "media" USING btree ("type","created_at","id");--> statement-breakpoint
CREATE INDEX "moderation_decisions_people" ON "moderation_decisions" USING btree ("sequence") WHERE "moderation_decisions"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "moderation_decisions_person" ON "moderation_decisions" USING btree ("user_id","sequence") WHERE "moderation_decisions"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "moderation_decisions_move" ON "moderation_decisions" USING btree ("to_status","sequence") WHERE "moderation_decisions"."user_id" is not null and "moderation_decisions"."act" = 'move' and "moderation_decisions"."undoes_id" is null;--> statement-breakpoint
CREATE INDEX "moderation_decisions_act" ON "moderation_decisions" USING btree ("act","sequence") WHERE "moderation_decisions"."act" <> 'move';--> statement-breakpoint
CREATE INDEX "moderation_decisions_undo" ON "moderation_decisions" USING btree ("sequence") WHERE "moderation_decisions"."undoes_id" is not null;--> statement-breakpoint
CREATE INDEX "redirects_time" ON "redirects" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "redirects_target" ON "redirects" USING btree ("to_path");--> statement-breakpoint
CREATE INDEX "tags_name" ON "tags" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "writer_addresses_time" ON "writer_addresses" USING btree ("confirmed_at");--> statement-breakpoint
CREATE INDEX "writer_links_time" ON "writer_links" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "comments_writer" ON "comments" USING btree ("writer_id","created_at","status","id");--> statement-breakpoint
CREATE INDEX "drafts_ahead" ON "drafts" USING btree ("is_ahead","updated_at");--> statement-breakpoint
CREATE INDEX "media_time" ON "media" USING btree ("created_at","id");