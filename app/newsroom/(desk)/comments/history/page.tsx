import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { DecisionLine } from '#components/newsroom/queue/decision-line.tsx';
import { HistoryFilters } from '#components/newsroom/queue/history-filters.tsx';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { countDecisions, DEEDS, listDeciders, listDecisions } from '#db/moderation/history.ts';
import { cleanLine } from '#lib/arabic/bidi.ts';
import { firstCharacters } from '#lib/arabic/count-characters.ts';
import { getDates } from '#app/newsroom/_dates.ts';
import { pageOrFirst, withQuery } from '#app/newsroom/_query.ts';
import { single, type Query } from '#app/_request/query.ts';
import { requireStaff } from '#app/newsroom/_session.ts';
import { OutcomeNotice } from '../_outcome-notice.tsx';
import { undo } from '../actions.ts';

const PATH = '/newsroom/comments/history';
const LIMIT = 30;
/** A search shows one page only. */
const MOST_FOUND = 100;
const ACTS = ['feature', 'unfeature', 'resolve', 'reveal', 'note', 'erase'] as const;
const isAct = (deed: (typeof DEEDS)[number]): deed is (typeof ACTS)[number] =>
  ACTS.some((each) => each === deed);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.history'))('title') };
}

export default async function HistoryPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const q = firstCharacters(cleanLine(single(query.q)), 200);
  const deed = DEEDS.find((each) => each === query.deed);
  const who = /^[\w-]{1,64}$/.test(single(query.who)) ? single(query.who) : '';
  const filter = { ...(who && { userId: who }), ...(deed && { deed }), ...(q && { text: q }) };
  const hrefFor = (page: number) => withQuery(PATH, { who, deed, q, page: page > 1 ? page : undefined });
  const asked = pageOrFirst(query.page);
  const { person } = await requireStaff('moderate', hrefFor(asked));
  const [total, dates, people] = await Promise.all([countDecisions(filter), getDates(), listDeciders()]);
  const pages = q ? 1 : Math.max(1, Math.ceil(total / LIMIT));
  const page = Math.min(asked, pages);
  const decisions = await listDecisions({ ...filter, page, limit: q ? MOST_FOUND : LIMIT });
  const t = await getTranslations('newsroom');
  return (
    <div className="space-y-6">
      <div>
        <h1 className="text-h2">{t('history.title')}</h1>
        <p className="text-ink-soft">{t('history.lead')}</p>
      </div>
      <OutcomeNotice person={person} query={query} back={hrefFor(page)} />
      <HistoryFilters
        asked={{ who, deed: deed ?? '', q }}
        people={people}
        deeds={DEEDS.map((value) => ({
          value,
          label:
            value === 'undo'
              ? t('history.undid')
              : isAct(value)
                ? t(`history.acts.${value}`)
                : t(`history.did.${value}`),
        }))}
        clearHref={PATH}
      />
      {decisions.length === 0 ? (
        <Empty title={t(q || deed || who ? 'history.nothingFound' : 'history.empty')} />
      ) : (
        <ul className="border-t border-hairline">
          {decisions.map((decision) => (
            <DecisionLine key={decision.id} decision={decision} dates={dates}>
              {decision.canUndo && (
                <SafeForm action={undo}>
                  <input type="hidden" name="decisionId" value={decision.id} />
                  <input type="hidden" name="only" value="1" />
                  <input type="hidden" name="back" value={hrefFor(page)} />
                  <button className={buttonStyle.text}>{t('queue.undo')}</button>
                </SafeForm>
              )}
            </DecisionLine>
          ))}
        </ul>
      )}
      <Pagination dates={dates} page={page} pages={pages} hrefFor={hrefFor} />
    </div>
  );
}
