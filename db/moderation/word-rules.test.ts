import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { runProcess } from '#lib/testing/process.ts';
import { addComment } from '#db/testing/articles.ts';
import { addTestArticle, addTestPerson } from '#db/testing/staff.ts';
import { db } from '#db/engine/client.ts';
import {
  addWordRule,
  changeWordRule,
  listWordRules,
  listWordRulesWithMakers,
  loadWordMatcher,
  removeWordRule,
} from './word-rules.ts';
import { tryWordRule } from './word-rules-trial.ts';
import { auditLog, wordRules } from '#db/tables/tables.ts';

let editor: Person;
let moderator: Person;
let articleId: string;

beforeAll(async () => {
  [editor, moderator] = [await addTestPerson('عمر', 'editor'), await addTestPerson('سلمى', 'moderator')];
  articleId = await addTestArticle();
  for (const body of ['هذا خبر سار', 'والكلب ينبح في الليل', 'رأيت كلب البحر في المرفأ', 'شكرًا لكم'])
    await addComment(articleId, { body });
  await addComment(articleId, { body: 'كلب', status: 'pending' });
});

const rule = { word: 'كلب', mode: 'affixes', level: 'suspect' } as const;
const find = async (text: string) => (await loadWordMatcher())(text).length;

describe('word rules', () => {
  it('can be tried on approved comments before they are saved', async () => {
    const trial = await tryWordRule({ rule });
    expect(trial).toMatchObject({ total: 4, held: 2, freed: 0 });
    const sample = trial.samples.find(({ body }) => body.startsWith('والكلب'))!;
    expect(sample.body.slice(sample.hits[0]!.start, sample.hits[0]!.end)).toBe('والكلب');
    expect(await listWordRules()).toEqual([]);
  });

  it('apply at once after every change, and each change is logged', async () => {
    expect(await find('يا كلب')).toBe(0);
    const added = await addWordRule(rule, editor);
    if ('fault' in added) throw new Error(added.fault);
    expect(await find('يا كلب')).toBe(1);
    expect(await addWordRule({ ...rule, level: 'banned' }, editor)).toEqual({ fault: 'known' });

    expect(
      await tryWordRule({ rule: { word: 'كلب البحر', mode: 'exact', level: 'exception' } }),
    ).toMatchObject({ held: 0, freed: 1 });
    expect(await tryWordRule({ id: added.rule.id })).toMatchObject({ held: 0, freed: 2 });
    expect(await tryWordRule({ id: added.rule.id, rule: { ...rule, mode: 'exact' } })).toMatchObject({
      held: 0,
      freed: 1,
    });

    await changeWordRule(added.rule.id, { ...rule, word: 'قط' }, editor);
    expect([await find('يا كلب'), await find('يا قط')]).toEqual([0, 1]);
    expect(await listWordRulesWithMakers()).toMatchObject([{ word: 'قط', byName: 'عمر' }]);
    await removeWordRule(added.rule.id, editor);
    expect(await find('يا قط')).toBe(0);
    expect(await removeWordRule(added.rule.id, editor)).toEqual({ fault: 'gone' });

    const rows = await db()
      .select()
      .from(auditLog)
      .where(eq(auditLog.userId, editor.id))
      .orderBy(asc(auditLog.createdAt), asc(auditLog.id));
    expect(rows.map(({ action }) => action)).toEqual([
      'wordRule.added',
      'wordRule.changed',
      'wordRule.removed',
    ]);
    expect(rows[1]).toMatchObject({ before: { word: 'كلب' }, after: { word: 'قط' } });
  });

  it('set by another process apply to the next comment', async () => {
    expect(await find('سمك')).toBe(0);
    const file = JSON.stringify(env.databaseFile);
    await runProcess(
      `import Sqlite from 'better-sqlite3'; new Sqlite(${file}).exec("insert into word_rules (id, word, mode, level, created_at) values ('r', 'سمك', 'exact', 'banned', 1)");`,
      env.dataDir,
    );
    expect(await find('سمك')).toBe(1);
    await db().delete(wordRules);
  });

  it('cannot be changed by roles that only moderate', async () => {
    await expect(addWordRule(rule, moderator)).rejects.toThrow(NotAllowed);
    await expect(changeWordRule('x', rule, moderator)).rejects.toThrow(NotAllowed);
    await expect(removeWordRule('x', moderator)).rejects.toThrow(NotAllowed);
  });
});
