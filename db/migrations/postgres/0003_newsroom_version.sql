UPDATE "articles" SET "updated_at" = "created_at";
