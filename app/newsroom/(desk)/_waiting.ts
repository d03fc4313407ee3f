import { cache } from 'react';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Waiting } from '#components/newsroom/ui/waiting-count.tsx';
import { countOpen } from '#db/moderation/queue.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { showCount } from './_show-count.ts';

/**
 * The number of comments that wait for a decision, as a number and in words. Read once for a request: the
 * frame and the queue show it.
 */
export const readWaiting = cache(async (): Promise<Waiting> => {
  const [count, dates, t] = await Promise.all([
    countOpen(),
    getLocale().then(getDateSettings),
    getTranslations('newsroom.nav'),
  ]);
  const text = showCount(count, dates);
  return { count, text, spoken: t('waiting', { count, n: text }) };
});
