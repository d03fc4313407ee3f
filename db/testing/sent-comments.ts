import { eq } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';
import { keepContact } from '#db/privacy/addresses/keep.ts';
import { changeSettings, type Settings } from '#db/paper/settings.ts';
import { submitComment, type Submission } from '#db/comments/submit.ts';
import { bans, comments, moderationDecisions, settings, type Comment } from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, DAY, MINUTE, NOON, publish, submission } from './articles.ts';

/** The article to which these comments are sent. */
export let articleId = '';
let sent = 0;
export const HOUR = 60 * MINUTE;
/** The address of a writer with earlier comments. */
export const OWN = 'known@example.org';
// Bodies with nothing in common, so that none is a copy of another.
const BODIES = [
  'المدرسة بعيدة عن بيتنا كثيرًا',
  'سعر الخبز لا يناسب أحدًا هنا',
  'أين صور الافتتاح يا جماعة؟',
  'شكرًا على التقرير الوافي',
  'الميناء يحتاج إلى عمق أكبر',
  'غدًا تمطر كما قالوا أمس',
];

export function submit(given: Partial<Submission> = {}, now = NOON) {
  sent += 1;
  const own = {
    body: BODIES[sent % BODIES.length]!,
    email: `reader${sent}@example.org`,
    address: `10.${sent % 250}.1.1`,
  };
  return submitComment(submission(articleId, { ...own, ...given }, now), now);
}
export async function stored(given: Partial<Submission> = {}, now = NOON): Promise<Comment> {
  const result = await submit(given, now);
  if ('fault' in result) throw new Error(result.fault);
  return result.comment;
}
/** Sends a comment that differs from all others in words, address and network. */
export const submitNew = (given: Partial<Submission> = {}, now = NOON) =>
  submit({ body: `رأي رقم ${sent}`, ...given }, now);
export const storedNew = (given: Partial<Submission> = {}, now = NOON) =>
  stored({ body: `رأي رقم ${sent}`, ...given }, now);
export async function faultOf(given: Partial<Submission>, now = NOON) {
  const result = await submitNew(given, now);
  return 'fault' in result ? result.fault : null;
}
export const set = (changes: Partial<Settings>) => db().transaction((tx) => changeSettings(tx, changes));
export const ruleOf = async ({ id }: Comment) =>
  (await db().select().from(moderationDecisions).where(eq(moderationDecisions.commentId, id)))[0]!.rule;
/** Adds comments of a writer that a person has decided on. */
export async function decided(
  writerId: string,
  count: number,
  status: Comment['status'],
  reviewedAt: Date | null = after(-DAY),
  email = OWN,
) {
  for (let n = 0; n < count; n++) {
    const id = await addComment(articleId, { writerId, status, reviewedAt, createdAt: after(-40 * DAY + n) });
    await db().transaction((tx) =>
      keepContact(tx, id, { email, address: '10.250.1.1' }, after(-40 * DAY + n)),
    );
  }
}

/** Adds the newsroom and the article. */
export async function addCommentedArticle() {
  await addNewsroom();
  articleId = (await publish()).id;
}

/** Removes what the last test stored. */
export async function clearComments() {
  await db().delete(comments);
  await db().delete(settings);
  await db().delete(bans);
}
