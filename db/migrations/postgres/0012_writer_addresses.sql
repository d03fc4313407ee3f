CREATE TABLE "writer_addresses" (
	"writer_id" text NOT NULL,
	"email_index" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "writer_addresses_writer_id_email_index_pk" PRIMARY KEY("writer_id","email_index")
);
--> statement-breakpoint
CREATE TABLE "writer_links" (
	"id" text PRIMARY KEY NOT NULL,
	"email_index" text NOT NULL,
	"token_hash" text NOT NULL,
	"source" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "writer_links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
DROP INDEX "comment_appreciations_source";--> statement-breakpoint
CREATE INDEX "writer_addresses_email" ON "writer_addresses" USING btree ("email_index");--> statement-breakpoint
CREATE INDEX "writer_links_email" ON "writer_links" USING btree ("email_index","created_at");--> statement-breakpoint
CREATE INDEX "writer_links_source" ON "writer_links" USING btree ("source","created_at");--> statement-breakpoint
CREATE INDEX "comment_appreciations_writer" ON "comment_appreciations" USING btree ("writer_id");--> statement-breakpoint
CREATE INDEX "comment_appreciations_source" ON "comment_appreciations" USING btree ("comment_id","source");