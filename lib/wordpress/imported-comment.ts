import { cleanLine, cleanMultiline } from '../arabic/bidi.ts';
import { firstCharacters, isLongerThan } from '../arabic/count-characters.ts';
import type { TakenNames } from '../comments/name-claims.ts';
import { dropForeign } from '../comments/name-rules.ts';
import { parseComment } from '../comments/rules.ts';
import { commentFromHtml } from './comment-from-html.ts';
import { readMailAddress } from '#lib/mail/address.ts';
import type { WxrComment } from './wxr.ts';
import { factsOf, states, type CommentStatus, type readStates, type StateTable } from '../comments/states.ts';
import type { Locale } from '#lib/locales.ts';
import { NO_NAME } from '../comments/no-name.ts';

/** Ten times the limit of the form; longer text is not a comment. */
const LONGEST = 20_000;
const NAME_LONGEST = 60;

export type ImportedComment = {
  name: string;
  body: string;
  /** Empty if the address is missing or invalid. */
  email: string;
  status: CommentStatus;
  /** Published by the source, but our form would reject it: it waits for a moderator. */
  isHeld: boolean;
};

/**
 * Cleans a name of any origin: removes entities, signs and badges. A name with an email address is replaced,
 * because it would publish the address.
 */
function readName(author: string, locale: Locale): string {
  const name = cleanLine(commentFromHtml(author));
  if (/@|＠|\(at\)/i.test(name)) return NO_NAME[locale];
  const plain = cleanLine(dropForeign(name));
  if ((plain.match(/\p{L}/gu)?.length ?? 0) < 2) return NO_NAME[locale];
  return firstCharacters(plain, NAME_LONGEST).trim();
}

/** The comment's state from a file of ours, or from WordPress. Unknown states become pending. */
export function readState<T extends StateTable>(
  { approved, own }: Pick<WxrComment, 'approved' | 'own'>,
  { all, where }: Pick<ReturnType<typeof readStates<T>>, 'all' | 'where'>,
): (keyof T & string) | 'pending' {
  const [read] = where(({ wxr }) => wxr.read.includes(approved));
  return all.find((state) => state === own?.status) ?? read ?? 'pending';
}

/**
 * Cleans an imported comment and checks it by the rules of our form; or returns why it is skipped. No
 * published comment is lost to a rule: what the form would reject waits for a moderator. Files of ours are
 * trusted, since they were checked before.
 */
export function readImported(
  comment: WxrComment,
  given: { locale: Locale; takenNames: TakenNames },
): ImportedComment | { skipped: 'empty' | 'tooLong' } {
  const name = comment.own
    ? cleanLine(comment.author) || NO_NAME[given.locale]
    : readName(comment.author, given.locale);
  const body = cleanMultiline(commentFromHtml(comment.content));
  const status = readState(comment, states);
  // Withdrawn and expired comments keep only their place.
  const mayBeEmpty = comment.own !== null && factsOf(status).words !== 'kept';
  if (body === '' && !mayBeEmpty) return { skipped: 'empty' };
  if (isLongerThan(body, LONGEST)) return { skipped: 'tooLong' };
  const parsed = parseComment(
    { body, name, email: comment.email },
    { commentEmail: 'optional', takenNames: given.takenNames },
  );
  const faults = 'faults' in parsed ? parsed.faults.map(({ message }) => message) : [];
  const email = readMailAddress(comment.email) ?? '';
  const isHeld =
    factsOf(status).isPublic && comment.own === null && faults.some((fault) => fault !== 'emailInvalid');
  return { name, body, email, status: isHeld ? 'pending' : status, isHeld };
}
