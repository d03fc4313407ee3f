import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { Time } from '#components/ui/time.tsx';
import type { LiveEntry } from '#db/tables/tables.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import type { BodyContext } from '#lib/body/context.ts';
import { renderBody } from '#lib/body/render.ts';
import { dirOf, type Locale } from '#lib/locales.ts';
import { deskPath } from '../_article.ts';
import { markEntry } from './actions.ts';

type Props = {
  entries: LiveEntry[];
  number: number;
  lang: Locale;
  dates: DateSettings;
  context: BodyContext;
  /** The entry whose removal waits for confirmation. */
  asked: string;
  newest: string;
};

/** The entries, each with its actions. A removed entry remains visible here, and only here. */
export async function EntryList({ entries, number, lang, dates, context, asked, newest }: Props) {
  const t = await getTranslations('newsroom.live');
  const path = deskPath(number, '/live');
  return (
    <ol className="border-t border-hairline">
      {entries.map((entry) => (
        <li
          key={entry.id}
          id={`entry-${entry.id}`}
          className={`scroll-mt-4 border-b border-hairline py-4 ${entry.id === newest ? 'border-s-4 border-s-leaf ps-4' : ''}`}
        >
          <p className="flex flex-wrap gap-x-3 text-caption text-ink-soft">
            <Time at={entry.at} dates={dates} />
            {entry.editedAt && (
              <span>{t.rich('editedAt', { time: () => <Time at={entry.editedAt!} dates={dates} /> })}</span>
            )}
            {entry.isPinned && <b className="font-bold text-sea">{t('pinned')}</b>}
            {entry.isKey && <b className="font-bold text-madder">{t('keyMoment')}</b>}
            {entry.removedAt && (
              <b className="font-bold text-amber">
                {t.rich('removedAt', { time: () => <Time at={entry.removedAt!} dates={dates} /> })}
              </b>
            )}
          </p>
          <div lang={lang} dir={dirOf(lang)} className={entry.removedAt ? 'text-ink-soft' : ''}>
            {entry.headline && <h3 className="mt-1 font-bold">{entry.headline}</h3>}
            <div className="live-words mt-1">{renderBody(entry.body, context)}</div>
          </div>
          {entry.removedAt && (
            <a href={`${path}?from=${entry.id}`} className={buttonStyle.text}>
              {t('earlier.writeAgain')}
            </a>
          )}
          {!entry.removedAt && (
            <SafeForm action={markEntry} className="mt-1 flex flex-wrap items-center gap-x-5 gap-y-1">
              <input type="hidden" name="number" value={number} />
              <input type="hidden" name="entryId" value={entry.id} />
              {asked === entry.id ? (
                <>
                  <p>{t('removeAsk')}</p>
                  <button name="act" value="remove" className={buttonStyle.risky}>
                    {t('removeYes')}
                  </button>
                  <a href={`${path}#entry-${entry.id}`} className={buttonStyle.text}>
                    {t('cancel')}
                  </a>
                </>
              ) : (
                <>
                  <a href={`${path}?edit=${entry.id}`} className={buttonStyle.text}>
                    {t('edit')}
                  </a>
                  <button name="act" value={entry.isPinned ? 'unpin' : 'pin'} className={buttonStyle.text}>
                    {t(entry.isPinned ? 'unpin' : 'pin')}
                  </button>
                  <a href={`${path}?ask=${entry.id}#entry-${entry.id}`} className={buttonStyle.text}>
                    {t('remove')}
                  </a>
                </>
              )}
            </SafeForm>
          )}
        </li>
      ))}
    </ol>
  );
}
