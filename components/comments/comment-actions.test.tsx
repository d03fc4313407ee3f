import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { PublicComment } from '#db/comments/threads.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { CommentActions } from './comment-actions.tsx';
import messages from '#messages/ar.json' with { type: 'json' };

const discussion = {
  dates: { locale: 'ar', digits: 'latn' } as DateSettings,
  canReply: true,
  base: '',
  action: '/x',
  byline: [],
  ownIds: [],
  appreciated: new Map<string, number>(),
};

function buttonOf(appreciations: number, appreciated = discussion.appreciated) {
  const comment = { id: '1', name: 'سالم', appreciations } as PublicComment;
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="ar" messages={messages} timeZone="UTC">
      <CommentActions comment={comment} discussion={{ ...discussion, appreciated }} />
    </NextIntlClientProvider>,
  );
  return /<button.*<\/button>/.exec(html)![0];
}
const textOf = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

it('gives the appreciation button the count after the next press, for the script', () => {
  expect(buttonOf(2)).toMatch(/value="0" data-next="3" aria-pressed="false"/);
  expect(buttonOf(0)).toMatch(/data-next="1"/);
});

it('has no aria-label on the button: its text names the count and the writer', () => {
  for (const count of [0, 1, 2, 3, 11]) {
    expect(buttonOf(count)).not.toContain('aria-label');
    expect(textOf(buttonOf(count))).toBe(count > 0 ? `تقدير ${count} لتعليق سالم` : 'تقدير لتعليق سالم');
  }
});

it('shows a reader who appreciated the comment their own count, and the next press takes it back', () => {
  expect(buttonOf(2, new Map([['1', 3]]))).toMatch(/value="1" data-next="2" aria-pressed="true"/);
  expect(textOf(buttonOf(0, new Map([['1', 1]])))).toBe('تقدير 1 لتعليق سالم');
  expect(buttonOf(0, new Map([['1', 1]]))).toMatch(/data-next=""/);
});
