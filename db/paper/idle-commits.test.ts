import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { refreshAppreciations } from '#db/comments/appreciations.ts';
import { getSession } from '#db/people/auth.ts';
import { commitCounter, getContentVersion } from './content-version.ts';
import { getDraft, saveDraft } from '#db/articles/drafts.ts';
import { pruneJobs, runDueJobs } from '#db/jobs/jobs.ts';
import { removeOrphanFiles } from '#db/media/media-tasks.ts';
import { eraseEndedNotices } from '#db/comments/notices.ts';
import { deleteExpired } from '#db/privacy/retention.ts';
import { refreshRankings } from '#db/articles/rankings.ts';
import { applyDueRevisions } from '#db/articles/scheduled.ts';
import { addComment, addNewsroom, NOON, publish } from '#db/testing/articles.ts';
import { type as change, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';

/*
 * A commit makes every process read the content version again before it serves a cached page. Work that
 * changes nothing must therefore not commit.
 */
let editor: Person;
let articleId = '';

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('سلمى', 'editor');
  await addComment((await publish()).id);
  articleId = (await write(editor)).id;
  await refreshRankings(NOON);
});

const never = () => Promise.reject(new Error('There was nothing to do'));

describe('nothing is committed', () => {
  it.each<[string, () => Promise<unknown>]>([
    [
      'by periodic tasks that have nothing to do',
      async () => {
        for (const task of [
          applyDueRevisions,
          pruneJobs,
          refreshAppreciations,
          refreshRankings,
          deleteExpired,
          eraseEndedNotices,
          removeOrphanFiles,
        ])
          await task(NOON);
      },
    ],
    [
      'by an idle ticker',
      () => runDueJobs({ mail: never, notice: never, webhook: never, reindex: never }, () => NOON),
    ],
    ['by reading a session', () => getSession('midad.session_token=none')],
    [
      'by an autosave without changes',
      async () => {
        const { draft } = (await getDraft(articleId))!;
        const saved = await saveDraft(
          { articleId, content: draft.content, version: draft.version, notes: draft.notes },
          editor,
          NOON,
        );
        expect(saved).toMatchObject({ version: draft.version, updatedAt: draft.updatedAt });
      },
    ],
    ['by opening a draft', () => getDraft(articleId)],
  ])('%s', async (_name, work) => {
    const counter = commitCounter();
    await work();
    expect(commitCounter()).toBe(counter);
  });
});

it('an autosave of changed words commits and leaves the content version the same', async () => {
  const [counter, version] = [commitCounter(), await getContentVersion()];
  await change(articleId, editor, { headline: 'خبر آخر' });
  expect(commitCounter()).not.toBe(counter);
  expect(await getContentVersion()).toBe(version);
});
