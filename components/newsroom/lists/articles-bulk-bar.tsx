import { useMessages, useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { PickAll } from '#components/newsroom/ui/pick-all.tsx';

export const BULK_ACTS = ['section', 'tag', 'unpublish', 'trash', 'untrash'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/**
 * One act for all ticked articles; it leads to a page that asks for confirmation. The ticks belong to this
 * form, which shows once there is one.
 */
export function ArticlesBulkBar({
  acts,
  back,
  dates,
}: {
  acts: BulkAct[];
  back: string;
  dates: DateSettings;
}) {
  const t = useTranslations('newsroom.articles.bulk');
  const messages = useMessages();
  return (
    <form
      id="bulk"
      action="/newsroom/articles/bulk"
      aria-label={t('label')}
      className="sticky bottom-0 z-10 hidden flex-wrap items-center gap-2 border-t border-hairline bg-sheet px-4 py-3 group-has-[[name=pick]:checked]/articles:flex"
    >
      <input type="hidden" name="back" value={back} />
      <PickAll
        form="bulk"
        dates={dates}
        words={{ all: t('all'), count: messages.newsroom.articles.bulk.picked }}
      />
      {acts.map((act) => (
        <button
          key={act}
          name="act"
          value={act}
          className={`${act === 'trash' || act === 'unpublish' ? buttonStyle.risky : buttonStyle.plain} max-sm:px-3`}
        >
          {t(`acts.${act}`)}
        </button>
      ))}
    </form>
  );
}
