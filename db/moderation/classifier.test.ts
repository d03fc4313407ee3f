import { beforeAll, describe, expect, it } from 'vitest';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { classifyComment, getClassifierState, pruneClassifier, resetClassifier } from './classifier.ts';
import { db } from '#db/engine/client.ts';
import { recordDecision } from './decisions.ts';
import { approveComment, markSpam, type DecisionResult } from './moderate.ts';
import { undoDecision } from './undo.ts';
import { changeSettings } from '#db/paper/settings.ts';
import { classifierTokens } from '#db/tables/tables.ts';
import { addComment } from '#db/testing/articles.ts';
import { addTestArticle, addTestPerson } from '#db/testing/staff.ts';

let editor: Person;
let articleId: string;

async function waiting(body: string) {
  const id = await addComment(articleId, { body, status: 'pending' });
  await db().transaction((tx) =>
    recordDecision(tx, { commentId: id, rule: 'hold-all', to: 'pending' }, new Date()),
  );
  return { commentId: id, status: 'pending' as const };
}

const decided = (result: DecisionResult) => {
  if (result.outcome !== 'decided') throw new Error(result.outcome);
  return result;
};
const counts = async () =>
  (await db().select().from(classifierTokens)).filter(({ spam, approved }) => spam + approved > 0);

beforeAll(async () => {
  editor = await addTestPerson('عمر', 'editor');
  articleId = await addTestArticle();
});

describe('the classifier', () => {
  it('learns from decisions, follows a change of class, and unlearns undone decisions', async () => {
    const comment = await waiting('اربح مالًا سريعًا');
    const spam = decided(await markSpam(comment, editor));
    expect((await getClassifierState()).texts).toMatchObject({ spam: 1, approved: 0 });
    decided(await undoDecision(spam.decisionId, editor));
    expect(await counts()).toEqual([]);

    decided(await markSpam(comment, editor));
    decided(await approveComment({ ...comment, status: 'spam' }, editor));
    expect((await getClassifierState()).texts).toMatchObject({ spam: 0, approved: 1 });
  });

  it('does not unlearn what only a rule decided', async () => {
    decided(await markSpam(await waiting('مزعج حقًا'), editor));
    const before = (await getClassifierState()).texts.spam;
    const id = await addComment(articleId, { body: 'ملأ الفخ', status: 'spam' });
    await db().transaction((tx) =>
      recordDecision(tx, { commentId: id, rule: 'decoy', to: 'spam' }, new Date()),
    );
    decided(await approveComment({ commentId: id, status: 'spam' }, editor));
    expect((await getClassifierState()).texts.spam).toBe(before);
  });

  it('gives no verdict before 50 spam and 200 approved comments, or while switched off', async () => {
    await resetClassifier(editor);
    for (let n = 0; n < 200; n++) {
      decided(await approveComment(await waiting(`المقال مفيد والخبر مهم رقم ${n}`), editor));
      if (n === 60) expect(await classifyComment('اربح')).toBeNull();
      if (n < 50) decided(await markSpam(await waiting(`اربح مالًا سريعًا بالاستثمار ${n}`), editor));
    }
    const verdict = await classifyComment('اربح مالًا سريعًا الآن');
    expect(verdict!.probability).toBeGreaterThan(0.7);
    expect(verdict!.topWords).toContain('اربح');
    expect((await classifyComment('الخبر مهم'))!.probability).toBeLessThan(0.4);
    const state = await getClassifierState();
    expect(state).toMatchObject({ ready: true, texts: { spam: 50, approved: 200 } });
    expect(state.spamWords).toContain('سريعا');
    await db().transaction((tx) => changeSettings(tx, { classifierOn: false }));
    expect(await classifyComment('اربح')).toBeNull();
    await db().transaction((tx) => changeSettings(tx, { classifierOn: true }));
  }, 60_000);

  it('removes the rarest tokens to stay small, and everything on a reset', async () => {
    expect(await pruneClassifier(20)).toBeGreaterThan(10);
    expect((await getClassifierState()).texts).toMatchObject({ spam: 50, approved: 200 });
    await expect(resetClassifier({ ...editor, role: 'moderator' })).rejects.toThrow(NotAllowed);
    await resetClassifier(editor);
    expect(await counts()).toEqual([]);
  });
});
