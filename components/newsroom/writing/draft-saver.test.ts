import { beforeEach, expect, test, vi } from 'vitest';
import { articleContentSchema, newContent } from '#lib/articles/content.ts';
import { phaseOf } from '#lib/articles/draft-sync.ts';
import { DraftSaver } from './draft-saver.ts';
import type { ServerDraft } from './draft-state.ts';
import { TELL_NOW } from '#components/newsroom/ui/form-words.ts';

let server: ServerDraft;
let isTunnel = false;
let saver: DraftSaver;

/**
 * What db/articles/drafts.ts returns through its route. In a tunnel a request arrives, but its response does
 * not.
 */
async function answer(_: string, { body }: RequestInit): Promise<Response> {
  const { version, content, notes } = JSON.parse(body as string) as ServerDraft;
  const isTaken = version === server.version;
  if (isTaken)
    server = {
      ...server,
      version: version + 1,
      content: articleContentSchema.parse(content),
      notes: notes.trim(),
    };
  if (isTunnel) throw new TypeError('Failed to fetch');
  return Response.json(server, { status: isTaken ? 200 : 409 });
}

beforeEach(() => {
  // Saves run only when the test calls `flush`.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('fetch', answer);
  vi.stubGlobal('window', new EventTarget());
  const content = newContent({
    locale: 'ar',
    kind: 'article',
    sectionId: 's',
    headline: 'خبر',
    authorIds: [],
  });
  server = { version: 7, content, notes: '', by: 'هدى', at: '2026-11-23T12:00:00.000Z', isAhead: true };
  saver = new DraftSaver({ number: 1001, articleId: 'a', userId: 'u', initial: server });
  isTunnel = true;
});

test('does not treat a save without a response as a conflict: text typed since goes on top of it', async () => {
  // As typed: the server trims strings.
  saver.change({ headline: 'أول ', tags: ['نقل '] });
  saver.changeNotes('للمحرر ');
  expect(await saver.flush()).toBe(false);
  saver.change({ headline: 'أول ثم' });
  expect(await saver.flush()).toBe(false);
  isTunnel = false;
  saver.change({ headline: 'أول ثم ثانٍ' });
  expect(await saver.flush()).toBe(true);
  expect(server).toMatchObject({
    version: 9,
    content: { headline: 'أول ثم ثانٍ', tags: ['نقل'] },
    notes: 'للمحرر',
  });
  expect(saver.getState()).toMatchObject({ sync: { version: 9, trouble: null }, theirs: null });
});

test('saves the same text again after a save without a response', async () => {
  saver.change({ city: 'طبرق' });
  await saver.flush();
  isTunnel = false;
  expect(await saver.flush()).toBe(true);
  expect([server.version, saver.getState().sync.version, phaseOf(saver.getState().sync)]).toEqual([
    8,
    8,
    'clean',
  ]);
});

test('notifies once per change, and a save keeps untouched objects identical, so that they do not render again', async () => {
  isTunnel = false;
  let told = 0;
  saver.subscribe(() => (told += 1));
  const before = saver.getState();
  saver.change({ city: 'درنة' });
  expect(told).toBe(1);
  expect(await saver.flush()).toBe(true);
  const { faults, content } = saver.getState();
  expect(faults).toBe(before.faults);
  expect(
    [content.tags, content.lead, content.body].every(
      (each, n) => each === [before.content.tags, before.content.lead, before.content.body][n],
    ),
  ).toBe(true);
});

test('reports a conflict when a colleague wrote on top of a save without a response', async () => {
  saver.change({ city: 'طبرق' });
  await saver.flush();
  isTunnel = false;
  server = { ...server, version: 9, content: { ...server.content, headline: 'عنوان الزميلة' } };
  saver.change({ city: 'درنة' });
  expect(await saver.flush()).toBe(false);
  expect([phaseOf(saver.getState().sync), saver.getState().theirs?.content.headline]).toEqual([
    'conflict',
    'عنوان الزميلة',
  ]);
  expect(server.content.city).toBe('طبرق');
});

test('merges changes of different fields automatically, and has the server keep theirs', async () => {
  isTunnel = false;
  const sent: { over: boolean }[] = [];
  vi.stubGlobal('fetch', (url: string, request: RequestInit) => {
    sent.push(JSON.parse(request.body as string) as { over: boolean });
    return answer(url, request);
  });
  server = { ...server, version: 8, content: { ...server.content, standfirst: 'مقدمة الزميلة' } };
  saver.change({ city: 'درنة' });
  expect(await saver.flush()).toBe(true);
  expect(server).toMatchObject({ version: 9, content: { city: 'درنة', standfirst: 'مقدمة الزميلة' } });
  expect(saver.getState()).toMatchObject({
    content: { standfirst: 'مقدمة الزميلة' },
    mergedWith: 'هدى',
    theirs: null,
    replaced: 0,
  });
  expect(sent.map(({ over }) => over)).toEqual([false, true]);
  // The next text is based on the merged one.
  server = { ...server, version: 10, content: { ...server.content, headline: 'عنوانها' } };
  saver.change({ city: 'طبرق' });
  expect(await saver.flush()).toBe(true);
  expect(server.content).toMatchObject({ city: 'طبرق', standfirst: 'مقدمة الزميلة', headline: 'عنوانها' });
});

test('merges text that the editor has not reported yet', async () => {
  isTunnel = false;
  const paragraph = (text: string) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text }],
  });
  const bodyOf = (...lines: string[]) => ({
    type: 'doc' as const,
    v: 2 as const,
    content: lines.map(paragraph),
  });
  const before = { ...server.content, body: bodyOf('أولى', 'ثانية', 'ثالثة') };
  server = { ...server, content: before };
  saver = new DraftSaver({ number: 1001, articleId: 'a', userId: 'u', initial: server });
  saver.change({ body: bodyOf('أولى وم', 'ثانية', 'ثالثة') });
  window.addEventListener(
    TELL_NOW,
    () => saver.change({ body: bodyOf('أولى وما زلت أكتب', 'ثانية', 'ثالثة') }),
    { once: true },
  );
  server = { ...server, version: 8, content: { ...before, body: bodyOf('أولى', 'ثانية', 'ثالثة الزميلة') } };
  await saver.flush();
  expect(await saver.flush()).toBe(true);
  expect(server.content.body).toEqual(bodyOf('أولى وما زلت أكتب', 'ثانية', 'ثالثة الزميلة'));
});

test('offers two texts after a conflict that differ only in what both changed, and include text typed since', async () => {
  isTunnel = false;
  server = {
    ...server,
    version: 8,
    content: { ...server.content, headline: 'عنوانها', standfirst: 'مقدمتها' },
  };
  saver.change({ headline: 'عنواني' });
  expect(await saver.flush()).toBe(false);
  saver.change({ city: 'درنة' });
  const { mine, theirs, conflicts } = saver.mergeWith(saver.getState().theirs!);
  expect(conflicts).toEqual(['headline']);
  expect(mine.content).toMatchObject({ headline: 'عنواني', standfirst: 'مقدمتها', city: 'درنة' });
  expect(theirs.content).toMatchObject({ headline: 'عنوانها', standfirst: 'مقدمتها', city: 'درنة' });
});

test('sends the last valid canonical URL while the next one is being typed', async () => {
  isTunnel = false;
  saver.change({ canonicalUrl: 'https://agency.example/one' });
  expect(await saver.flush()).toBe(true);
  for (const typed of ['https:', 'ftp://agency.example/two', 'h']) {
    saver.change({ canonicalUrl: typed });
    expect(await saver.flush()).toBe(true);
    expect(server.content.canonicalUrl).toBe('https://agency.example/one');
  }
  saver.change({ canonicalUrl: '' });
  expect(await saver.flush()).toBe(true);
  expect(server.content.canonicalUrl).toBe('');
});
