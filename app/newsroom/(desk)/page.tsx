import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import { FactualReports } from '#components/newsroom/queue/factual-reports.tsx';
import { DecisionLine } from '#components/newsroom/queue/decision-line.tsx';
import { Numbers } from '#components/newsroom/ui/numbers.tsx';
import { Time } from '#components/ui/time.tsx';
import { listArticles } from '#db/articles/cards.ts';
import { countApprovedSince, listDecisions } from '#db/moderation/history.ts';
import { countGivenUp } from '#db/jobs/jobs.ts';
import { countOpen, countQueue, getOldestOpen } from '#db/moderation/queue.ts';
import { listFactualReports } from '#db/moderation/reports.ts';
import { articlePath } from '#lib/articles/path.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { can, type Person } from '#lib/people/can.ts';
import { isoDay, startOfLocalDay } from '#lib/arabic/local-day.ts';
import { env } from '#lib/env.ts';
import { DEFAULT_LOCALE, LOCALES, sectionNameIn } from '#lib/locales.ts';
import { getDates } from '../_dates.ts';
import { requireStaff } from '../_session.ts';
import { ArticlesToday } from './_articles-today.tsx';
import { ClockHold } from './_clock-hold.tsx';
import { showCount } from './_show-count.ts';
import { Welcome } from './_welcome.tsx';
import { resolveReportAction } from './report-actions.ts';

const LATE_MS = 2 * 3_600_000;
const LATEST = 6;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.dashboard'))('title') };
}

/** The newest articles of every edition: a person's language says nothing about what the site published. */
async function listLatest(now: Date) {
  const editions = await Promise.all(
    LOCALES.map((locale) => listArticles({}, { locale, now, limit: LATEST })),
  );
  return editions
    .flat()
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
    .slice(0, LATEST);
}

/** The data that only moderators see. */
async function getDeskOf(person: Person, now: Date, timeZone: string) {
  if (!can(person, 'moderate')) return undefined;
  const [pending, spam, approvedToday, oldest, decisions, reports] = await Promise.all([
    countOpen(),
    countQueue({ queue: 'spam' }),
    countApprovedSince(startOfLocalDay(isoDay(now, timeZone), timeZone)),
    getOldestOpen(),
    listDecisions({ page: 1, limit: 5 }),
    listFactualReports(10),
  ]);
  return {
    pending,
    spam,
    approvedToday,
    decisions,
    reports,
    late: oldest && now.getTime() - oldest.getTime() > LATE_MS ? oldest : undefined,
  };
}

const link = 'inline-block text-sea underline hover:text-ink';

type AttentionProps = { late: Date | undefined; isMailUnset: boolean; givenUp: number; dates: DateSettings };

/** What a person should look after now. */
function Attention({ late, isMailUnset, givenUp, dates }: AttentionProps) {
  const t = useTranslations('newsroom.dashboard');
  return (
    <Block title={t('attention')}>
      {!late && !isMailUnset && givenUp === 0 && <p className="text-ink-soft">{t('attentionNone')}</p>}
      <ul className="space-y-2">
        {late && (
          <li className="border-s-4 border-amber ps-3">
            {t.rich('oldest', { time: () => <Time at={late} dates={dates} /> })}{' '}
            <a href="/newsroom/comments" className={link}>
              {t('queueLink')}
            </a>
          </li>
        )}
        {isMailUnset && (
          <li className="border-s-4 border-amber ps-3">
            {t.rich('mailUnset', {
              code: (chunks) => (
                <bdi dir="ltr">
                  <code>{chunks}</code>
                </bdi>
              ),
            })}
          </li>
        )}
        {givenUp > 0 && (
          <li className="border-s-4 border-amber ps-3">
            {t('givenUp', { count: givenUp, n: formatNumber(givenUp, dates) })}
          </li>
        )}
      </ul>
    </Block>
  );
}

type LatestProps = { articles: Awaited<ReturnType<typeof listLatest>>; dates: DateSettings };

function LatestArticles({ articles, dates }: LatestProps) {
  const t = useTranslations('newsroom.dashboard');
  return (
    <Block title={t('latestArticles')}>
      {articles.length === 0 && <p className="text-ink-soft">{t('noArticles')}</p>}
      <ul>
        {articles.map((article) => (
          <li key={article.id} className="border-t border-hairline py-3 text-balance">
            <a href={articlePath(article)} className="font-medium hover:text-sea hover:underline">
              <bdi>{article.headline}</bdi>
            </a>
            <p className="text-caption text-ink-soft">
              <span className="font-bold text-madder">{sectionNameIn(article, dates.locale)}</span>
              {article.locale !== DEFAULT_LOCALE && <> · {t(`editions.${article.locale}`)}</>} ·{' '}
              <Time at={article.publishedAt} dates={dates} />
            </p>
          </li>
        ))}
      </ul>
    </Block>
  );
}

export default async function DashboardPage() {
  const { person } = await requireStaff('enter', '/newsroom');
  const now = new Date();
  const dates = await getDates();
  const [articles, desk, t, givenUp] = await Promise.all([
    listLatest(now),
    getDeskOf(person, now, dates.timeZone),
    getTranslations('newsroom.dashboard'),
    can(person, 'settings') ? countGivenUp(now) : 0,
  ]);
  const isMailUnset = can(person, 'settings') && !env.smtpUrl;
  return (
    <div className="space-y-6">
      <div>
        <h1 className="text-h2">
          {t.rich('greeting', { name: person.name, n: (chunks) => <bdi>{chunks}</bdi> })}
        </h1>
        <p className="text-ink-soft">
          <Time at={now} dates={dates} show="fullDate" className="long" />
        </p>
      </div>
      <ClockHold person={person} />
      <Welcome person={person} />
      <ArticlesToday person={person} />
      {desk && (
        <Numbers
          label={t('numbers')}
          items={[
            { label: t('pending'), value: showCount(desk.pending, dates), href: '/newsroom/comments' },
            {
              label: t('approvedToday'),
              value: showCount(desk.approvedToday, dates),
              href: '/newsroom/comments?status=approved',
            },
            { label: t('spam'), value: showCount(desk.spam, dates), href: '/newsroom/comments?status=spam' },
          ]}
        />
      )}
      <Attention late={desk?.late} isMailUnset={isMailUnset} givenUp={givenUp} dates={dates} />
      {desk && desk.reports.length > 0 && (
        <FactualReports reports={desk.reports} dates={dates} action={resolveReportAction} />
      )}
      <div className={`grid gap-6 ${desk ? 'xl:grid-cols-2' : ''}`}>
        <LatestArticles articles={articles} dates={dates} />
        {desk && (
          <Block
            title={t('latestDecisions')}
            aside={
              <a href="/newsroom/comments/history" className={link}>
                {t('allDecisions')}
              </a>
            }
          >
            {desk.decisions.length === 0 && <p className="text-ink-soft">{t('noDecisions')}</p>}
            <ul>
              {desk.decisions.map((decision) => (
                <DecisionLine key={decision.id} decision={decision} dates={dates} />
              ))}
            </ul>
          </Block>
        )}
      </div>
    </div>
  );
}
