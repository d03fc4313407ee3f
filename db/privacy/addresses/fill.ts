import type { Bulk } from '#db/engine/bulk.sqlite.ts';
import { commentContacts } from '#db/tables/tables.ts';

/** Writes the addresses of generated comments, for measurements. */
export const intoContacts = (bulk: Bulk) => bulk.into(commentContacts);
