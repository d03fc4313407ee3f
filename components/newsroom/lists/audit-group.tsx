import { useTranslations } from 'next-intl';
import type { AuditRow, SubjectName } from '#db/people/audit-desk.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { Time } from '#components/ui/time.tsx';
import { AuditChanges } from './audit-changes.tsx';
import { useActionWords } from './audit-words.ts';

type Props = {
  rows: AuditRow[];
  names: Map<string, SubjectName>;
  dates: DateSettings;
  hrefFor: (subject: string) => string;
};

/** The id of a subject that has no name, or no longer has one. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One act: who, when, and each record that it changed. */
export function AuditGroup({ rows, names, dates, hrefFor }: Props) {
  const t = useTranslations('newsroom.audit');
  const words = useActionWords();
  const [first] = rows;
  if (!first) return null;
  return (
    <li className="border-b border-hairline py-3">
      <p className="text-caption text-ink-soft">
        {first.byName ? (
          <bdi className="font-medium text-ink">{first.byName}</bdi>
        ) : (
          <span className="font-medium text-ink">{t('command')}</span>
        )}
        {' · '}
        <Time at={first.createdAt} dates={dates} />
        {rows.length > 1 && (
          <>
            {' · '}
            {t('together', { count: rows.length, n: formatNumber(rows.length, dates) })}
          </>
        )}
      </p>
      <ul className={rows.length > 1 ? 'border-s-2 border-hairline ps-3' : ''}>
        {rows.map(({ id, action, subject, before, after, detail }) => {
          const name = names.get(subject)?.[dates.locale];
          return (
            <li key={id} className="py-1">
              <p>
                <span className="font-medium">{words.action(action)}</span>
                {' · '}
                <a href={hrefFor(subject)} className="text-sea hover:underline">
                  {name ? (
                    <bdi className="wrap-anywhere">{name}</bdi>
                  ) : ID.test(subject) ? (
                    t('itsLog')
                  ) : (
                    <bdi dir="ltr">{subject}</bdi>
                  )}
                </a>
              </p>
              <AuditChanges before={before} after={after} detail={detail} dates={dates} />
            </li>
          );
        })}
      </ul>
    </li>
  );
}
