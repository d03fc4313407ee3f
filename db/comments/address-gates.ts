import { and, inArray } from 'drizzle-orm';
import type { decideComment } from './assess.ts';
import type { Transaction } from '#db/engine/client.ts';
import { isAddressTooFast } from './limits.ts';
import { listCommentIdsOf } from '#db/privacy/addresses/find.ts';
import { isRepeatOfAddress, type listSameWords } from './duplicates.ts';
import type { Settings } from '#db/paper/settings.ts';
import { comments } from '#db/tables/tables.ts';
import { isPublicComment } from '#db/tables/in-states.ts';

/*
 * Checks of what is known of an address, which anyone can type. They decide the state of a comment, but never
 * change the response to its sender: docs/decisions/008.
 */
export type Hidden = 'address-ban' | 'address-duplicate' | 'address-limit';

type Known = {
  emailIndex: string;
  isBanned: boolean;
  /** The other comments with the same words. */
  same: Awaited<ReturnType<typeof listSameWords>>;
};

/** The first reason against a comment that only its address gives. */
export async function findHidden(
  tx: Transaction,
  { emailIndex, isBanned, same }: Known,
  settings: Settings,
  now: Date,
): Promise<Hidden | null> {
  if (emailIndex === '') return null;
  if (isBanned) return 'address-ban';
  if (await isRepeatOfAddress(tx, same, emailIndex)) return 'address-duplicate';
  return (await isAddressTooFast(tx, emailIndex, settings, now)) ? 'address-limit' : null;
}

type Decision = Pick<ReturnType<typeof decideComment>, 'status'> & { rule: string };

/**
 * Spam for a banned address, pending for the others: the owner of an address loses nothing when others type
 * it.
 */
export function hide(shown: Decision, hidden: Hidden | null): Decision {
  if (!hidden || shown.status === 'spam') return shown;
  return { status: hidden === 'address-ban' ? 'spam' : 'pending', rule: hidden };
}

/** At most this many comments of one address are checked. */
const MOST = 500;

/**
 * Whether a writer's approved comments came with this address. Only then can theirs skip the review. With any
 * other address they wait, so a trusted writer learns nothing about the addresses of others.
 */
export async function isOwnAddress(
  tx: Transaction,
  writerIds: string[],
  emailIndex: string,
): Promise<boolean> {
  if (emailIndex === '') return true;
  const known = writerIds.filter(Boolean);
  if (known.length === 0) return false;
  const ids = await listCommentIdsOf(tx, 'email', emailIndex, MOST);
  if (ids.length === 0) return false;
  const [row] = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(and(inArray(comments.id, ids), inArray(comments.writerId, known), isPublicComment()))
    .limit(1);
  return row !== undefined;
}
