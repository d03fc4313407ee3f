import { getLocale, getTranslations } from 'next-intl/server';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { Time } from '#components/ui/time.tsx';
import { getColleague } from '#db/people/people.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import type { Draft } from '#db/tables/tables.ts';

/** Says that the desk returned an article, who, when and why. Shown until the author sends it again. */
export async function Returned({ draft: { returnedAt, returnedBy, returnReason } }: { draft: Draft }) {
  if (!returnedAt) return null;
  const [t, dates, by] = await Promise.all([
    getTranslations('newsroom.writing'),
    getDateSettings(await getLocale()),
    returnedBy ? getColleague(returnedBy) : undefined,
  ]);
  return (
    <Notice tone="waiting">
      <div className="w-full">
        <p className="font-bold">
          {t('returned')}{' '}
          <span className="font-normal text-ink-soft">
            {by && (
              <>
                <bdi>{by.name}</bdi> ·{' '}
              </>
            )}
            <Time at={returnedAt} dates={dates} />
          </span>
        </p>
        <p dir="auto" className="whitespace-pre-wrap">
          {returnReason}
        </p>
      </div>
    </Notice>
  );
}
