import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { runProcess } from '#lib/testing/process.ts';
import { trashArticle } from '#db/articles/acts.ts';
import { db } from '#db/engine/client.ts';
import { getDraft } from '#db/articles/drafts.ts';
import { newId } from '#db/engine/ids.ts';
import { getPageDesk, savePageDraft, startPage } from '#db/paper/page-drafts.ts';
import { endPagePreviewLinks } from '#db/paper/page-preview.ts';
import { endPreviewLinks } from '#db/articles/preview.ts';
import { authors, liveEntries, media, mediaUsages, sessions, settings, users } from '#db/tables/tables.ts';
import { addNewsroom, after, changeArticle, DAY, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { publishNow, type as change, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { watchStatements } from '#db/testing/reader-reads.ts';
import { mediaAccess, mediaPass } from './media-gate.ts';

let editor: Person;
let mediaId = '';
let hash = '';
const body = () => ({
  type: 'doc' as const,
  v: 2 as const,
  content: [
    { type: 'figure' as const, attrs: { mediaId, caption: '', credit: '', alt: '', decorative: true } },
  ],
});
const lead = () => ({ mediaId, caption: '', credit: 'مداد', alt: 'ميناء', decorative: false });

const ask = (now = NOON, cookie?: string, name = `${hash}-640.avif`) =>
  mediaAccess({ headers: cookie ? { cookie } : {} } as never, name, now);
const passFor = (id: string, expiresAt = after(DAY), nonce = '') =>
  cookieOf(mediaPass({ clientAddress: '', previewOf: { id, nonce, expiresAt } }, NOON));
const cookieOf = (pass: string | undefined) => pass!.split(';', 1)[0]!;

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('هدى', 'editor');
});
beforeEach(async () => {
  mediaId = newId();
  hash = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  await db()
    .insert(media)
    .values({ id: mediaId, hash, width: 3, height: 2, alt: 'ميناء', credit: 'مداد', createdAt: NOON });
});

describe('a picture that is in no published article', () => {
  it('is closed to readers: after the upload, and in a draft', async () => {
    expect(await ask()).toBeUndefined();
    await write(editor, { body: body(), lead: lead() });
    expect(await ask()).toBeUndefined();
    expect(await ask(NOON, undefined, `${hash}.pdf`)).toBeUndefined();
  });

  it('is open to staff while they are signed in', async () => {
    const id = newId();
    await db()
      .insert(sessions)
      .values({ id, userId: editor.id, token: id, expiresAt: after(DAY), createdAt: NOON, updatedAt: NOON });
    const cookie = cookieOf(mediaPass({ clientAddress: '', staffSession: id }));
    expect(await ask(NOON, `a=b; ${cookie}`)).toBe('private');
    expect(await ask(after(2 * DAY), cookie)).toBeUndefined();
    expect(await ask(NOON, cookie.replace(/.{4}$/, 'AAAA'))).toBeUndefined();
    await db().update(users).set({ disabledAt: NOON });
    expect(await ask(NOON, cookie)).toBeUndefined();
    await db().update(users).set({ disabledAt: null });
    await db().delete(sessions);
    expect(await ask(NOON, cookie)).toBeUndefined();
  });

  it('is open with a preview of its article for an hour, but not with another preview', async () => {
    const { id } = await write(editor, { body: body() });
    const other = await write(editor);
    const cookie = passFor(id);
    expect(await ask(NOON, cookie)).toBe('private');
    expect(await ask(after(61 * MINUTE), cookie)).toBeUndefined();
    expect(await ask(NOON, passFor(other.id))).toBeUndefined();
    const last = passFor(id, after(10 * MINUTE));
    expect(await ask(after(9 * MINUTE), last)).toBe('private');
    expect(await ask(after(11 * MINUTE), last)).toBeUndefined();
  });

  it('is closed at once when the preview links are revoked, or the article is moved to the trash', async () => {
    const { id } = await write(editor, { body: body() });
    const cookie = passFor(id);
    expect(await ask(NOON, cookie)).toBe('private');
    await endPreviewLinks(id, editor, NOON);
    expect(await ask(NOON, cookie)).toBeUndefined();
    const fresh = passFor(id, after(DAY), (await getDraft(id))!.draft.previewNonce);
    expect(await ask(NOON, fresh)).toBe('private');
    await trashArticle({ articleId: id }, editor, NOON);
    expect(await ask(NOON, fresh)).toBeUndefined();
  });

  it('in an unpublished static page is open with a preview of that page', async () => {
    const key = { slug: 'new-page', locale: 'ar' as const };
    await startPage(key, 'صفحة', editor, NOON);
    await savePageDraft(key, { title: 'صفحة', body: body() }, { version: 1 }, editor, NOON);
    const nonceNow = async () => (await getPageDesk(key))!.previewNonce;
    const nonce = await nonceNow();
    expect(await ask(NOON, passFor('ar/new-page', after(DAY), nonce))).toBe('private');
    expect(await ask(NOON, passFor('ar/new-page', after(DAY), 'other'))).toBeUndefined();
    expect(await ask(NOON, passFor('en/new-page', after(DAY), nonce))).toBeUndefined();
    expect(await ask()).toBeUndefined();
    await endPagePreviewLinks(key, editor, NOON);
    expect(await ask(NOON, passFor('ar/new-page', after(DAY), nonce))).toBeUndefined();
    expect(await ask(NOON, passFor('ar/new-page', after(DAY), await nonceNow()))).toBe('private');
  });
});

describe('a picture that readers can see is public', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['in the text of an article', async () => publishNow((await write(editor, { body: body() })).id, editor)],
    ['as a lead picture', async () => publishNow((await write(editor, { lead: lead() })).id, editor)],
    [
      'as a lead picture of an imported article',
      async () => changeArticle((await publish()).id, { leadMediaId: mediaId }),
    ],
    [
      'as the picture of link previews',
      async () => changeArticle((await publish()).id, { socialMediaId: mediaId }),
    ],
    ['as the picture of an author', () => db().update(authors).set({ mediaId })],
    [
      'as the logo of the site',
      () =>
        db()
          .insert(settings)
          .values({ key: 'logoMediaId', value: mediaId })
          .onConflictDoUpdate({ target: settings.key, set: { value: mediaId } }),
    ],
    [
      'in a live entry',
      async () => {
        const { id } = await publish();
        const entry = newId();
        await db()
          .insert(liveEntries)
          .values({
            id: entry,
            articleId: id,
            at: NOON,
            headline: '',
            body: body() as never,
            isKey: false,
            isPinned: false,
            createdAt: NOON,
            updatedAt: NOON,
          });
        await db().insert(mediaUsages).values({ mediaId, usedIn: 'live_entry', subjectId: entry });
      },
    ],
  ])('%s', async (_name, use) => {
    await use();
    expect(await ask()).toBe('public');
  });

  it('from the article’s time of publication, without a write, until it is unpublished', async () => {
    const { id } = await write(editor, { lead: lead() });
    await publishNow(id, editor, NOON, after(MINUTE));
    expect(await ask()).toBeUndefined();
    expect(await ask(after(MINUTE))).toBe('public');
    await changeArticle(id, { status: 'draft' });
    expect(await ask(after(MINUTE))).toBeUndefined();
  });

  it('not yet with a revision that is scheduled for later', async () => {
    const { id } = await write(editor);
    await publishNow(id, editor);
    await change(id, editor, { body: body() });
    await publishNow(id, editor, NOON, after(MINUTE));
    expect(await ask()).toBeUndefined();
  });

  it('without a query while nothing is written', async () => {
    await changeArticle((await publish()).id, { leadMediaId: mediaId });
    await ask();
    const { seen, stop } = watchStatements();
    for (let n = 0; n < 5; n++) expect(await ask()).toBe('public');
    stop();
    expect([...seen]).toEqual([]);
  });

  it('also under its old name after it was replaced, for pages in caches', async () => {
    await changeArticle((await publish()).id, { leadMediaId: mediaId });
    expect(await ask()).toBe('public');
    const said = JSON.stringify([env.databaseFile, hash]);
    await runProcess(
      `import Sqlite from 'better-sqlite3'; const [file, hash] = ${said}; new Sqlite(file).prepare("update media set hash = 'feedfacefeedface' where hash = ?").run(hash);`,
      env.dataDir,
    );
    expect(await ask()).toBe('public');
    expect(await ask(NOON, undefined, 'feedfacefeedface-640.avif')).toBe('public');
  });
});

it.each(['none.jpg', '', '../x', 'zz', '0123456789abcdef', '%30123456789abcde-640.avif'])(
  'refuses %j, which names no file of the library',
  async (name) => {
    expect(await ask(NOON, undefined, name)).toBeUndefined();
  },
);
