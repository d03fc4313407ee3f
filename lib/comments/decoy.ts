import { createHmac } from 'node:crypto';

/*
 * The decoy field, which only bots fill in. Its name changes every day, so that no bot can learn to leave it
 * empty. Cached pages and open tabs contain an older name, which counts as well: any filled field that the
 * form does not have.
 */
const DAY = 86_400_000;
const FIELDS = new Set(['body', 'name', 'email', 'notify', 'token', 'replyTo', 'preview']);
const FIRST = [
  'site',
  'web',
  'home',
  'company',
  'phone',
  'city',
  'blog',
  'profile',
  'contact',
  'country',
  'work',
  'mobile',
];
const SECOND = ['url', 'title', 'address', 'info', 'link', 'name', 'number', 'page'];

/** The decoy's name on a day. To a bot it looks like any other field. */
export function decoyName(key: Buffer, now: Date): string {
  const [a = 0, b = 0] = createHmac('sha256', key)
    .update(`decoy:${Math.floor(now.getTime() / DAY)}`)
    .digest();
  return `${FIRST[a % FIRST.length]}_${SECOND[b % SECOND.length]}`;
}

/** Whether the submitted form contains a value that a person could not enter. */
export const isDecoyFilled = (form: FormData): boolean =>
  [...form].some(([name, value]) => !FIELDS.has(name) && value !== '');
