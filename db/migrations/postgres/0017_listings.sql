CREATE TABLE "listing_counts" (
	"list" text NOT NULL,
	"locale" text NOT NULL,
	"span" bigint NOT NULL,
	"articles" bigint NOT NULL,
	CONSTRAINT "listing_counts_list_locale_span_pk" PRIMARY KEY("list","locale","span")
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"list" text NOT NULL,
	"locale" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"number" bigint NOT NULL,
	CONSTRAINT "listings_list_locale_published_at_number_pk" PRIMARY KEY("list","locale","published_at","number")
);
--> statement-breakpoint
CREATE INDEX "articles_slug" ON "articles" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "articles_retracted" ON "articles" USING btree ("revised_at") WHERE "articles"."status" = 'retracted';--> statement-breakpoint
CREATE INDEX "articles_found" ON "articles" USING btree ("number","status","locale","published_at");
--> statement-breakpoint
CREATE INDEX tags_folded ON tags (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(slug, 'ئو', 'وو'), 'ءو', 'وو'), 'أ', 'ا'), 'إ', 'ا'), 'آ', 'ا'), 'ٱ', 'ا'), 'ى', 'ي'), 'ی', 'ي'), 'ې', 'ي'), 'ے', 'ي'), 'ئ', 'ي'), 'ؤ', 'و'), 'ة', 'ه'), 'ۀ', 'ه'), 'ہ', 'ه'), 'ھ', 'ه'), 'ە', 'ه'), 'ک', 'ك'), 'گ', 'ك'), 'ڭ', 'ك'), 'ݣ', 'ك'), 'ڨ', 'ق'), 'ڤ', 'ف'), 'پ', 'ب'), 'چ', 'ج'), 'ژ', 'ز'));
