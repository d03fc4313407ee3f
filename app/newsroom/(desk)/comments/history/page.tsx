import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '#components/newsroom/button.ts';
import { DecisionLine } from '#components/newsroom/decision-line.tsx';
import { Empty } from '#components/newsroom/empty.tsx';
import { SafeForm } from '#components/newsroom/safe-form.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { countDecisions, listDecisions } from '#db/decision-history.ts';
import { getDates } from '../../../_dates.ts';
import { pageNumber, withQuery, type Query } from '../../../_query.ts';
import { requireStaff } from '../../../_session.ts';
import { OutcomeNotice } from '../_outcome-notice.tsx';
import { undo } from '../actions.ts';

const PATH = '/newsroom/comments/history';
const LIMIT = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.history'))('title') };
}

export default async function HistoryPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const hrefFor = (page: number) => withQuery(PATH, { page: page > 1 ? page : undefined });
  const asked = pageNumber(query.page);
  const { person } = await requireStaff('moderate', hrefFor(asked));
  const [total, dates] = await Promise.all([countDecisions(), getDates()]);
  const pages = Math.max(1, Math.ceil(total / LIMIT));
  const page = Math.min(asked, pages);
  const decisions = await listDecisions({ page, limit: LIMIT });
  const t = await getTranslations('newsroom');
  return (
    <div className="space-y-6">
      <div>
        <h1 className="text-h2">{t('history.title')}</h1>
        <p className="text-ink-soft">{t('history.lead')}</p>
      </div>
      <OutcomeNotice person={person} query={query} back={hrefFor(page)} />
      {decisions.length === 0 ? <Empty title={t('history.empty')} /> : (
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
