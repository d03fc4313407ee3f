DROP INDEX "articles_comments_end";--> statement-breakpoint
DROP INDEX "articles_retracted";