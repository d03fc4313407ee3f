import { createHmac } from 'node:crypto';

/*
 * The field that only programs fill. Its name changes by the day, so that no program can learn to leave it
 * empty; kept pages and open tabs hold an older one, and that counts as well: whatever is filled in that the
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

/** The decoy's name on a day; to a program, a field like others. */
export function decoyName(key: Buffer, now: Date): string {
  const [a = 0, b = 0] = createHmac('sha256', key)
    .update(`decoy:${Math.floor(now.getTime() / DAY)}`)
    .digest();
  return `${FIRST[a % FIRST.length]}_${SECOND[b % SECOND.length]}`;
}

/** Whether the sent form holds something that no person could type. */
export const isDecoyFilled = (form: FormData): boolean =>
  [...form].some(([name, value]) => !FIELDS.has(name) && value !== '');
