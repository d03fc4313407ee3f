import { z } from 'zod';
import type { Seen } from '#db/moderation/moderate.ts';
import { states } from '#lib/comments/states.ts';
import type { Comment } from '#db/tables/tables.ts';

const MOST_AT_ONCE = 500;
export const aim = z.enum(states.aims);

/**
 * A comment as a card shows it, for the card's form to send back: its id, its status, and the time of its
 * writer's last edit.
 */
export const seenAs = ({ id, status, editedAt }: Pick<Comment, 'id' | 'status' | 'editedAt'>): string =>
  `${id}:${status}:${editedAt?.getTime() ?? ''}`;

const moment = z
  .string()
  .regex(/^\d{0,15}$/)
  .transform((text) => (text ? new Date(Number(text)) : null));

/** What cards send back, several separated by commas. */
export const seenList = z
  .string()
  .transform((text) => text.split(',').map((each) => each.split(':')))
  .pipe(z.array(z.tuple([z.uuid(), aim, moment])).max(MOST_AT_ONCE))
  .transform((all) => all.map(([commentId, status, editedAt]): Seen => ({ commentId, status, editedAt })));
