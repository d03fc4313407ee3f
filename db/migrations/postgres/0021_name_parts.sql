CREATE TABLE "name_parts" (
	"of" text NOT NULL,
	"start" text NOT NULL,
	"names" bigint NOT NULL,
	CONSTRAINT "name_parts_of_start_pk" PRIMARY KEY("of","start")
);
