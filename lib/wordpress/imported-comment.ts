import { cleanLine, cleanMultiline } from '../arabic/bidi.ts';
import { firstCharacters, isLongerThan } from '../arabic/count-characters.ts';
import type { TakenNames } from '../comments/name-claims.ts';
import { dropForeign } from '../comments/name-rules.ts';
import { parseComment } from '../comments/rules.ts';
import { commentFromHtml } from './comment-from-html.ts';
import { readMailAddress } from '#lib/mail/address.ts';
import type { WxrComment } from './wxr.ts';

/** Ten times the limit of the form; longer text is not a comment. */
const LONGEST = 20_000;
const NAME_LONGEST = 60;
const NO_NAME = { ar: 'معلّق', en: 'Commenter' };

const STATES = {
  1: 'approved',
  approve: 'approved',
  spam: 'spam',
  trash: 'trash',
  'post-trashed': 'trash',
} as const;
const OWN_STATES = ['pending', 'approved', 'rejected', 'spam', 'trash', 'withdrawn'] as const;
type State = (typeof OWN_STATES)[number];

export type ImportedComment = {
  name: string;
  body: string;
  /** Empty if the address is missing or invalid. */
  email: string;
  status: State;
  /** Published by the source, but our form would reject it: it waits for a moderator. */
  isHeld: boolean;
};

/**
 * Cleans a name of any origin: removes entities, signs and badges. A name with an email address is replaced,
 * because it would publish the address.
 */
function readName(author: string, locale: 'ar' | 'en'): string {
  const name = cleanLine(commentFromHtml(author));
  if (/@|＠|\(at\)/i.test(name)) return NO_NAME[locale];
  const plain = cleanLine(dropForeign(name));
  if ((plain.match(/\p{L}/gu)?.length ?? 0) < 2) return NO_NAME[locale];
  return firstCharacters(plain, NAME_LONGEST).trim();
}

/** The comment's state from a file of ours, or from WordPress. Unknown states become pending. */
function readState({ approved, own }: WxrComment): State {
  const said = OWN_STATES.find((state) => state === own?.status);
  return said ?? (Object.hasOwn(STATES, approved) ? STATES[approved as keyof typeof STATES] : 'pending');
}

/**
 * Cleans an imported comment and checks it by the rules of our form; or returns why it is skipped. No
 * published comment is lost to a rule: what the form would reject waits for a moderator. Files of ours are
 * trusted, since they were checked before.
 */
export function readImported(
  comment: WxrComment,
  given: { locale: 'ar' | 'en'; takenNames: TakenNames },
): ImportedComment | { skipped: 'empty' | 'tooLong' } {
  const name = comment.own
    ? cleanLine(comment.author) || NO_NAME[given.locale]
    : readName(comment.author, given.locale);
  const body = cleanMultiline(commentFromHtml(comment.content));
  const status = readState(comment);
  // Withdrawn and expired comments keep only their place.
  const mayBeEmpty =
    comment.own !== null && (status === 'withdrawn' || status === 'spam' || status === 'trash');
  if (body === '' && !mayBeEmpty) return { skipped: 'empty' };
  if (isLongerThan(body, LONGEST)) return { skipped: 'tooLong' };
  const parsed = parseComment(
    { body, name, email: comment.email },
    { commentEmail: 'optional', takenNames: given.takenNames },
  );
  const faults = 'faults' in parsed ? parsed.faults.map(({ message }) => message) : [];
  const email = readMailAddress(comment.email) ?? '';
  const isHeld =
    status === 'approved' && comment.own === null && faults.some((fault) => fault !== 'emailInvalid');
  return { name, body, email, status: isHeld ? 'pending' : status, isHeld };
}
