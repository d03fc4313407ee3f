import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import messages from '#messages/ar.json' with { type: 'json' };
import type { QueuedComment } from '#db/moderation/queue.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { AlikeList } from './alike-list.tsx';

const dates: DateSettings = {
  locale: 'ar',
  formatLocale: 'ar-LY',
  digits: 'latn',
  timeZone: 'Africa/Tripoli',
  hijri: false,
  hijriOffset: 0,
};
const article = {
  number: 1,
  slug: 'a',
  locale: 'ar',
  headline: 'خبر',
  sectionSlug: 'local',
  sectionNameAr: 'محلي',
  sectionNameEn: 'Local',
};
const comment = (id: string, body: string, more = {}) =>
  ({
    id,
    body,
    name: `قارئ ${id}`,
    createdAt: new Date(0),
    parentId: null,
    parent: null,
    articleId: 'a',
    article,
    ...more,
  }) as unknown as QueuedComment;

const FIRST = 'أعلنت البلدية أسماء الشركات الفائزة بعقود النظافة';
function show(...alike: QueuedComment[]) {
  const members = alike.map((each) => ({ comment: each, seen: `${each.id}:pending:` }));
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="ar" messages={messages} timeZone="UTC">
      <AlikeList first={comment('0', FIRST)} alike={members} dates={dates} showHidden={false} />
    </NextIntlClientProvider>,
  ).replace(/ class="[^"]*"/g, '');
}

it('renders an unticked box for every member, with the version that was shown as its value', () => {
  const html = show(comment('1', FIRST), comment('2', `${FIRST} جديد`));
  expect(
    [...html.matchAll(/<input[^>]*>/g)].map(([input]) => [
      /value="([^"]*)"/.exec(input)?.[1],
      input.includes('checked'),
      input.includes('autoComplete="off"'),
    ]),
  ).toEqual([
    ['1:pending:', false, true],
    ['2:pending:', false, true],
  ]);
});

it('marks where a member differs, and says when a member is identical', () => {
  const html = show(comment('1', FIRST), comment('2', FIRST.replace('الشركات الفائزة', 'اللصوص الحمير')));
  expect(html).toContain('النص نفسه حرفًا بحرف');
  expect(html).toMatch(/<ins>.*اللصوص الحمير.*<\/ins>/);
  expect(html).toMatch(/<del>.*الشركات الفائزة.*<\/del>/);
});

it('leaves out of a long text only words that are on the card', () => {
  const long = Array.from({ length: 300 }, (_, n) => `كلمة${n}`).join(' ');
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="ar" messages={messages} timeZone="UTC">
      <AlikeList
        first={comment('0', long)}
        alike={[{ comment: comment('1', long.replace('كلمة150', 'شتيمة')), seen: 'x' }]}
        dates={dates}
        showHidden={false}
      />
    </NextIntlClientProvider>,
  );
  expect(html).toContain('شتيمة');
  expect(html).toContain('كلمة149 ');
  expect(html).not.toContain('كلمة10 ');
});

it('names the article and the parent of a member that is elsewhere', () => {
  const html = show(
    comment('1', FIRST, {
      articleId: 'b',
      article: { ...article, headline: 'خبر آخر' },
      parentId: 'p',
      parent: { name: 'سعاد' },
    }),
  );
  expect(html).toContain('خبر آخر');
  expect(html).toContain('سعاد');
});
