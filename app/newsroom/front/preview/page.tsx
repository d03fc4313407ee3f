import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FrontPage } from '#components/front/front-page.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { BreakingBar } from '#components/site/breaking-bar.tsx';
import { Time } from '#components/ui/time.tsx';
import { composeFront } from '#db/front/page.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { fromLocalDateTime, localDateTime } from '#lib/arabic/local-time.ts';
import { DEFAULT_LOCALE, dirOf, isLocale, type Locale } from '#lib/locales.ts';
import { single, type Query } from '#app/_request/query.ts';
import { requireStaff } from '../../_session.ts';

const PATH = '/newsroom/front/preview';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.front'))('preview.title') };
}

/**
 * The readers' front page as it will be at a given time, with scheduled stories and expired pins. It has no
 * desk frame, so it is as wide as for readers.
 */
export default async function FrontPreview({ searchParams }: { searchParams: Query }) {
  await requireStaff('curate', PATH);
  const query = await searchParams;
  const asked = single(query.edition);
  const edition: Locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const [own, dates] = await Promise.all([
    getDateSettings((await getLocale()) as Locale),
    getDateSettings(edition),
  ]);
  const at = fromLocalDateTime(single(query.at), dates.timeZone) ?? new Date();
  const [t, words, front] = await Promise.all([
    getTranslations('newsroom.front'),
    getTranslations({ locale: edition, namespace: 'front' }),
    composeFront(edition, at),
  ]);
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-b-4 border-amber bg-sheet px-4 py-3 sm:px-6">
        <div>
          <h1 className="font-bold">{t('preview.title')}</h1>
          <p className="text-ink-soft">
            {t.rich('preview.shows', { time: () => <Time at={at} dates={own} /> })}
          </p>
        </div>
        <form className="flex flex-wrap items-center gap-3">
          <input type="hidden" name="edition" value={edition} />
          <input
            name="at"
            type="datetime-local"
            dir="ltr"
            aria-label={t('preview.at')}
            defaultValue={localDateTime(at, dates.timeZone)}
            className="block min-h-11 rounded-paper border border-field bg-paper px-3 text-ui"
          />
          <button className={buttonStyle.plain}>{t('preview.show')}</button>
          <a href={`/newsroom/front?edition=${edition}`} className={buttonStyle.text}>
            {t('preview.back')}
          </a>
        </form>
      </header>
      <div lang={edition} dir={dirOf(edition)}>
        {front.breaking.length > 0 && <BreakingBar cards={front.breaking} />}
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto max-w-[1240px] px-4 pt-6 pb-16 sm:px-6 lg:px-8 lg:pt-10"
        >
          <FrontPage
            front={front}
            dates={dates}
            words={{ empty: words('empty'), more: (section) => words('moreIn', { section }) }}
          />
        </main>
      </div>
    </>
  );
}
