'use server';

import { redirect } from 'next/navigation';
import type { BulkAct } from '#components/newsroom/lists/articles-bulk-bar.tsx';
import { trashArticle, unpublishArticle, untrashArticle } from '#db/articles/acts.ts';
import { isId } from '#db/engine/ids.ts';
import { moveArticle, tagArticle } from '#db/articles/bulk.ts';
import { cleanField } from '#lib/arabic/clean-field.ts';
import { firstCharacters } from '#lib/arabic/count-characters.ts';
import { tagSlug } from '#lib/arabic/slug.ts';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { requireStaffAction } from '#app/newsroom/_session.ts';
import { MOST_PICKED, readAct, readBack, type Outcome } from './_outcomes.ts';

const PATH = '/newsroom/articles/bulk';

type On = { articleId: string; articleVersion: number };

/**
 * One command for one article, in a transaction of its own: a fault in one article does not stop the others.
 */
function run(act: BulkAct, on: On, value: string, person: Person, now: Date): Promise<object> {
  switch (act) {
    case 'section':
      return moveArticle({ ...on, sectionId: value }, person, now);
    case 'tag':
      return tagArticle({ ...on, tag: value }, person, now);
    case 'unpublish':
      return unpublishArticle(on, person, now);
    case 'trash':
      return trashArticle(on, person, now);
    case 'untrash':
      return untrashArticle(on, person, now);
  }
}

async function outcomeOf(act: BulkAct, on: On, value: string, person: Person, now: Date): Promise<Outcome> {
  try {
    const result = await run(act, on, value, person, now);
    return 'fault' in result ? (result.fault as Outcome) : 'done';
  } catch (error) {
    if (error instanceof NotAllowed) return 'forbidden';
    throw error;
  }
}

/** Runs one command on all ticked articles and reports the outcome of each. */
export async function runBulk(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('write', '/newsroom/articles');
  const act = readAct(String(form.get('act')));
  const back = readBack(String(form.get('back')));
  const picked = form
    .getAll('pick')
    .slice(0, MOST_PICKED)
    .flatMap((text) => {
      const [articleId = '', version] = String(text).split(':');
      return isId(articleId) && /^\d{1,9}$/.test(version ?? '')
        ? [{ articleId, articleVersion: Number(version) }]
        : [];
    });
  if (!act || picked.length === 0) redirect(back);
  const value = firstCharacters(cleanField(String(form.get('value') ?? '')), 60);
  const query = new URLSearchParams({ act, back });
  if ((act === 'section' && !isId(value)) || (act === 'tag' && !tagSlug(value))) {
    for (const { articleId } of picked) query.append('pick', articleId);
    query.set('fault', 'value');
    redirect(`${PATH}?${query.toString()}`);
  }
  const now = new Date();
  for (const on of picked)
    query.append('done', `${on.articleId}.${await outcomeOf(act, on, value, person, now)}`);
  redirect(`${PATH}?${query.toString()}`);
}
