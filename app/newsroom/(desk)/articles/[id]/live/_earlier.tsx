import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Time } from '#components/ui/time.tsx';
import type { listEntryTexts } from '#db/live/entries.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { docText } from '#lib/body/doc-text.ts';
import { dirOf, type Locale } from '#lib/locales.ts';

type Props = {
  texts: Awaited<ReturnType<typeof listEntryTexts>>;
  path: string;
  entryId: string;
  lang: Locale;
  dates: DateSettings;
  /** The version that the form shows now. */
  current?: string | undefined;
};

/** The earlier versions of an entry. Each opens in the form; readers see it once it is saved. */
export async function EarlierTexts({ texts, path, entryId, lang, dates, current }: Props) {
  const t = await getTranslations('newsroom.live.earlier');
  return (
    <details open={current !== undefined} className="group/part border-y border-hairline">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 font-medium marker:content-none hover:text-sea">
        <span aria-hidden="true" className="text-ink-soft group-open/part:hidden">
          +
        </span>
        <span aria-hidden="true" className="hidden text-ink-soft group-open/part:inline">
          −
        </span>
        {t('title')}
      </summary>
      <ol className="pb-3">
        {texts.map(({ id, at, by, headline, body }) => (
          <li key={id} className="border-t border-hairline py-2">
            <p className="text-caption text-ink-soft">
              {t.rich('until', {
                time: () => <Time at={at} dates={dates} />,
                who: () => <bdi>{by ?? t('nobody')}</bdi>,
              })}
            </p>
            <div lang={lang} dir={dirOf(lang)}>
              {headline && <p className="font-bold">{headline}</p>}
              <p className="line-clamp-3 wrap-anywhere whitespace-pre-line">{docText(body)}</p>
            </div>
            {id === current ? (
              <p className="text-caption font-medium text-sea">{t('inForm')}</p>
            ) : (
              <a href={`${path}?edit=${entryId}&text=${id}`} className={buttonStyle.text}>
                {t('open')}
              </a>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
