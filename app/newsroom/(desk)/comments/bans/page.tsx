import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { Time } from '#components/ui/time.tsx';
import { countBans, listBans } from '#db/moderation/bans.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { getDates } from '#app/newsroom/_dates.ts';
import { withQuery } from '#app/newsroom/_query.ts';
import type { Query } from '#app/_request/query.ts';
import { requireStaff } from '#app/newsroom/_session.ts';
import { OutcomeNotice } from '../_outcome-notice.tsx';
import { lift } from '../tool-actions.ts';

const PATH = '/newsroom/comments/bans';
const LIMIT = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.bans'))('title') };
}

export default async function BansPage({ searchParams }: { searchParams: Query }) {
  const { person } = await requireStaff('moderate', PATH);
  const now = new Date();
  const [query, bans, total, dates, t, kind] = await Promise.all([
    searchParams,
    listBans(now, { limit: LIMIT }),
    countBans(now),
    getDates(),
    getTranslations('newsroom.bans'),
    getTranslations('newsroom.ban'),
  ]);
  return (
    <div className="space-y-6">
      <DeskHead
        title={t('title')}
        {...(total > 0 && { lead: t('lead', { count: total, n: formatNumber(total, dates) }) })}
      />
      <OutcomeNotice person={person} query={query} back={PATH} />
      {bans.length === 0 ? (
        <Empty title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <ul className="border-t border-hairline">
          {bans.map((ban) => (
            <li
              key={ban.id}
              className="gap-x-4 border-b border-hairline py-3 sm:flex sm:items-center sm:justify-between"
            >
              <div className="min-w-0">
                <p>
                  <span className="font-bold">{kind(ban.kind)}</span> ·{' '}
                  {ban.until
                    ? t.rich('until', { time: () => <Time at={ban.until!} dates={dates} /> })
                    : t('forEver')}
                </p>
                {ban.name && (
                  <p>
                    <a
                      href={withQuery('/newsroom/comments', { status: 'spam', same: ban.commentId })}
                      className="text-sea hover:underline"
                    >
                      <bdi>{ban.name}</bdi>
                    </a>
                    {ban.address && (
                      <>
                        {' '}
                        · <bdi dir="ltr">{ban.address}</bdi>
                      </>
                    )}
                  </p>
                )}
                {ban.reason && (
                  <p>
                    <bdi>{ban.reason}</bdi>
                  </p>
                )}
                <p className="text-caption text-ink-soft">
                  <bdi>{ban.byName}</bdi> · <Time at={ban.createdAt} dates={dates} />
                </p>
              </div>
              <SafeForm action={lift}>
                <input type="hidden" name="banId" value={ban.id} />
                <input type="hidden" name="back" value={PATH} />
                <button className={buttonStyle.text}>{t('lift')}</button>
              </SafeForm>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
