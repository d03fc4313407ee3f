import { useTranslations } from 'next-intl';
import { formatDateTime, type DateSettings } from '#lib/arabic/dates.ts';
import type { Doc } from '#lib/body/doc.ts';
import { docText } from '#lib/body/doc-text.ts';
import { listChanges } from '#lib/text/audit-diff.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { useActionWords } from './audit-words.ts';
import { dirOf, EDITIONS } from '#lib/locales.ts';

type Props = { before: unknown; after: unknown; detail: unknown; dates: DateSettings };

const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const MOST_LETTERS = 300;

const asObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
const isDoc = (value: unknown): value is Doc =>
  asObject(value) !== null && (value as Doc).type === 'doc' && Array.isArray((value as Doc).content);
const cut = (text: string) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text);

/** The fields of an act before and after it, and the details recorded with it. */
export function AuditChanges({ before, after, detail, dates }: Props) {
  const t = useTranslations('newsroom.audit');
  const role = useTranslations('newsroom.roles');
  const words = useActionWords();
  const show = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('nothing');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') return formatNumber(value, dates);
    if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
      return value.join(EDITIONS[dates.locale].comma) || t('nothing');
    if (isDoc(value)) return cut(docText(value)) || t('nothing');
    if (typeof value !== 'string') return cut(JSON.stringify(value));
    if (field === 'role' && role.has(value as never)) return role(value as never);
    if (field === 'place') return words.place(value, (n) => formatNumber(n, dates));
    return MOMENT.test(value) ? formatDateTime(new Date(value), dates) : words.value(field, cut(value));
  };
  const changes = listChanges(asObject(before), asObject(after));
  const notes = Object.entries(asObject(detail) ?? {});
  if (changes.length + notes.length === 0) return null;
  return (
    <dl className="text-caption">
      {changes.map((change) => (
        <div key={change.field} className="flex flex-wrap gap-x-2">
          <dt className="text-ink-soft">{words.field(change.field)}</dt>
          <dd className="min-w-0 wrap-anywhere">
            {before !== null && (
              <>
                <span className="sr-only">{t('was')} </span>
                <del className="text-ink-soft">
                  <bdi>{show(change.field, change.before)}</bdi>
                </del>{' '}
                <span aria-hidden="true" className="text-ink-soft">
                  {dirOf(dates.locale) === 'rtl' ? '←' : '→'}
                </span>{' '}
              </>
            )}
            <span className="sr-only">{t('is')} </span>
            <ins className="no-underline">
              <bdi>{show(change.field, change.after)}</bdi>
            </ins>
          </dd>
        </div>
      ))}
      {notes.map(([field, value]) => (
        <div key={`note-${field}`} className="flex flex-wrap gap-x-2">
          <dt className="text-ink-soft">{words.field(field)}</dt>
          <dd className="min-w-0 wrap-anywhere">
            <bdi>{show(field, value)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
