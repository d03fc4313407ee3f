import { z } from 'zod';
import type { Seen } from '#db/moderation/moderate.ts';
import type { Comment } from '#db/tables/tables.ts';

const MOST_AT_ONCE = 500;
export const aim = z.enum(['approved', 'rejected', 'spam', 'trash', 'pending']);

/**
 * A comment as a card shows it, for the card's form to hand back: its id, its state, and the moment of its
 * writer's last change.
 */
export const seenAs = ({ id, status, editedAt }: Pick<Comment, 'id' | 'status' | 'editedAt'>): string =>
  `${id}:${status}:${editedAt?.getTime() ?? ''}`;

const moment = z
  .string()
  .regex(/^\d{0,15}$/)
  .transform((text) => (text ? new Date(Number(text)) : null));

/** What cards hand back, several with commas between them. */
export const seenList = z
  .string()
  .transform((text) => text.split(',').map((each) => each.split(':')))
  .pipe(z.array(z.tuple([z.uuid(), aim, moment])).max(MOST_AT_ONCE))
  .transform((all) => all.map(([commentId, status, editedAt]): Seen => ({ commentId, status, editedAt })));
