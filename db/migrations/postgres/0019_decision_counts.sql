CREATE TABLE "decision_counts" (
	"length" bigint NOT NULL,
	"span" bigint NOT NULL,
	"to_status" text NOT NULL,
	"reason_code" text NOT NULL,
	"decisions" bigint NOT NULL,
	CONSTRAINT "decision_counts_length_span_to_status_reason_code_pk" PRIMARY KEY("length","span","to_status","reason_code")
);
