import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Time } from '#components/ui/time.tsx';
import { listDesk, listReturned, type DeskRow } from '#db/articles/desk-list.ts';
import type { DeskFilter } from '#db/articles/desk-filter.ts';
import { can, type Person } from '#lib/people/can.ts';
import { getDates } from '../_dates.ts';

const SHOWN = 5;
/** How long an author sees that the desk published their article. */
const LATELY = 7 * 86_400_000;

type Key = 'returned' | 'own' | 'sent' | 'scheduled' | 'published';

/**
 * What needs attention: a person's own drafts and what was returned to them. People who publish also see what
 * was sent to them and what is scheduled; the others see what was lately published of theirs.
 */
export async function ArticlesToday({ person }: { person: Person }) {
  if (!can(person, 'write')) return null;
  const now = new Date();
  const list = async (filter: DeskFilter) => (await listDesk(filter, person, { now, limit: SHOWN })).rows;
  const publishes = can(person, 'publish');
  const lately = new Date(now.getTime() - LATELY);
  const [t, dates, own, sent, scheduled, returned, published] = await Promise.all([
    getTranslations('newsroom.today'),
    getDates(),
    list({ state: 'draft', isMine: true }),
    publishes ? list({ state: 'sent' }) : [],
    publishes ? list({ state: 'scheduled' }) : [],
    listReturned(person, SHOWN),
    publishes ? [] : list({ state: 'published', isMine: true, from: lately }),
  ]);
  const groups: [key: Key, href: string, rows: DeskRow[]][] = [
    ...(returned.length > 0
      ? [['returned', '/newsroom/articles?state=draft&mine=1', returned] as [Key, string, DeskRow[]]]
      : []),
    ['own', '/newsroom/articles?state=draft&mine=1', own],
    ...(publishes
      ? ([
          ['sent', '/newsroom/articles?state=sent', sent],
          ['scheduled', '/newsroom/articles?state=scheduled', scheduled],
        ] as [Key, string, DeskRow[]][])
      : []),
    ...(published.length > 0
      ? [['published', '/newsroom/articles?state=published&mine=1', published] as [Key, string, DeskRow[]]]
      : []),
  ];
  return (
    <Block
      title={t('title')}
      aside={
        <a href="/newsroom/articles/new" className={buttonStyle.main}>
          {t('new')}
        </a>
      }
    >
      <div className={`grid gap-x-8 gap-y-6 ${publishes ? 'lg:grid-cols-3' : ''}`}>
        {groups.map(([key, href, rows]) => (
          <div key={key}>
            <h3 className="text-ui font-bold">
              <a href={href} className="inline-flex min-h-11 items-center hover:text-sea hover:underline">
                {t(key)}
              </a>
            </h3>
            {rows.length === 0 && <p className="border-t border-hairline py-3 text-ink-soft">{t('none')}</p>}
            <ul>
              {rows.map((row) => (
                <li key={row.id} className="border-t border-hairline py-3 text-balance">
                  <a
                    href={`/newsroom/articles/${row.number}`}
                    className="font-medium hover:text-sea hover:underline"
                  >
                    <bdi>{row.headline || t('untitled')}</bdi>
                  </a>
                  <p className="text-caption text-ink-soft">
                    {row.owner && key === 'sent' && (
                      <>
                        <bdi>{row.owner}</bdi> ·{' '}
                      </>
                    )}
                    <Time
                      at={
                        (key === 'returned'
                          ? row.returnedAt
                          : key === 'scheduled' || key === 'published'
                            ? row.publishedAt
                            : null) ?? row.updatedAt
                      }
                      dates={dates}
                    />
                  </p>
                  {key === 'returned' && (
                    <p className="border-s-4 border-madder ps-3">
                      <bdi>{row.returnReason}</bdi>
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Block>
  );
}
