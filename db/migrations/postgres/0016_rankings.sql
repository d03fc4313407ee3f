CREATE TABLE "rankings" (
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"position" bigint NOT NULL,
	"article_id" text NOT NULL,
	CONSTRAINT "rankings_kind_locale_position_pk" PRIMARY KEY("kind","locale","position")
);
--> statement-breakpoint
ALTER TABLE "rankings" ADD CONSTRAINT "rankings_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;