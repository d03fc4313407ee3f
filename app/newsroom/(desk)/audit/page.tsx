import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditFilters } from '#components/newsroom/lists/audit-filters.tsx';
import { AuditGroup } from '#components/newsroom/lists/audit-group.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { listAudit, nameSubjects } from '#db/people/audit-desk.ts';
import { listNames } from '#db/people/people.ts';
import { groupByAct } from '#lib/text/audit-diff.ts';
import { getDates } from '../../_dates.ts';
import { withQuery } from '../../_query.ts';
import type { Query } from '#app/_request/query.ts';
import { requireStaff } from '../../_session.ts';
import { getActions } from './_actions.ts';
import { readAsked, readCursor, toFilter, writeCursor } from './_audit-query.ts';

const PATH = '/newsroom/audit';
const LIMIT = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.audit'))('title') };
}

export default async function AuditPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const asked = readAsked(query);
  await requireStaff('settings', withQuery(PATH, asked));
  const [dates, people, actions, t] = await Promise.all([
    getDates(),
    listNames(),
    getActions(),
    getTranslations('newsroom.audit'),
  ]);
  const found = await listAudit(toFilter(asked, dates.timeZone), {
    after: readCursor(query.after),
    limit: LIMIT + 1,
  });
  const rows = found.slice(0, LIMIT);
  const names = await nameSubjects(rows.map(({ subject }) => subject));
  return (
    <div className="space-y-6">
      <DeskHead title={t('title')} lead={t('lead')} />
      <AuditFilters asked={asked} people={people} actions={actions} clearHref={PATH} />
      {rows.length === 0 ? (
        <Empty title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <ol className="border-t border-hairline">
          {groupByAct(rows).map((group) => (
            <AuditGroup
              key={group[0]!.id}
              rows={group}
              names={names}
              dates={dates}
              hrefFor={(subject) => withQuery(PATH, { subject })}
            />
          ))}
        </ol>
      )}
      {found.length > LIMIT && (
        <a
          href={withQuery(PATH, { ...asked, after: writeCursor(rows.at(-1)!) })}
          className={buttonStyle.plain}
        >
          {t('older')}
        </a>
      )}
      <form
        action={`${PATH}/export`}
        method="post"
        className="flex flex-wrap items-center gap-3 border-t border-hairline pt-4"
      >
        {Object.entries(asked).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <p className="w-full text-ink-soft">{t('exportLead')}</p>
        <button name="format" value="csv" className={buttonStyle.plain}>
          {t('exportCsv')}
        </button>
        <button name="format" value="json" className={buttonStyle.plain}>
          {t('exportJson')}
        </button>
      </form>
    </div>
  );
}
