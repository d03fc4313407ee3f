import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { PublicComment } from '#db/comments.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { CommentActions } from './comment-actions.tsx';
import messages from '../../messages/ar.json' with { type: 'json' };

const talk = { dates: { locale: 'ar', digits: 'latn' } as DateSettings, canReply: true, base: '', action: '/x', byline: [], ownIds: [] };
const comment = { id: '1', name: 'سالم', appreciations: 2 } as PublicComment;

it('the button of appreciation holds what it says after one more, for the script to put in place', () => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="ar" messages={messages} timeZone="UTC"><CommentActions comment={comment} talk={talk} /></NextIntlClientProvider>,
  );
  const [button] = /<button.*<\/button>/.exec(html)!;
  expect(button).toContain('data-next="3"');
  expect(button).toContain('aria-label="تقدير تعليق سالم، قدّره قارئان"');
  expect(button).toContain('data-next-label="تقدير تعليق سالم، قدّره 3 قراء"');
});
