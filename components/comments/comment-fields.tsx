import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { CommentField, CommentFormState } from '#lib/comments/form-state.ts';
import { LIMITS } from '#lib/comments/rules.ts';
import { faultId } from './error-summary.tsx';
import { useFaultText } from './fault-text.ts';

type Props = { dates: DateSettings; isEmailRequired: boolean; state?: CommentFormState };

const input = 'w-full rounded-paper border bg-sheet px-4 text-ui';

/** The fields for text, name and email address, each with label, error message and note. */
export function CommentFields({ dates, isEmailRequired, state }: Props) {
  const t = useTranslations('comments');
  const textOf = useFaultText(dates);
  const faultOf = (field: CommentField) => state?.faults.find((fault) => fault.field === field);
  const isRequired = (field: CommentField) => field !== 'email' || isEmailRequired;

  /** The attributes that every field shares. */
  const describe = (field: CommentField, note: string) => {
    const fault = faultOf(field);
    return {
      id: `comment-${field}`,
      name: field,
      defaultValue: state?.values[field] ?? '',
      'aria-describedby': fault ? `${faultId(field)} ${note}` : note,
      ...(isRequired(field) && { 'aria-required': true }),
      ...(fault && { 'aria-invalid': true }),
      className: `${input} ${fault ? 'border-2 border-madder' : 'border-field'}`,
    };
  };
  const label = (field: CommentField) => (
    <label htmlFor={`comment-${field}`} className="mb-1 block text-ui font-medium">
      {t(field)}
      {isRequired(field) && (
        <>
          {' '}
          <span aria-hidden="true" className="text-madder">
            *
          </span>
        </>
      )}
    </label>
  );
  const message = (field: CommentField) => {
    const fault = faultOf(field);
    return (
      fault && (
        <p id={faultId(field)} className="mb-1 text-meta font-bold text-madder">
          {textOf(fault)}
        </p>
      )
    );
  };

  return (
    <>
      <div>
        {label('body')}
        {message('body')}
        <character-count data-limit={LIMITS.body} data-format={`${dates.formatLocale}-u-nu-${dates.digits}`}>
          <textarea
            {...describe('body', 'comment-body-limit')}
            rows={7}
            dir="auto"
            className={`${describe('body', '').className} py-3 text-comment`}
          />
          <p id="comment-body-limit" className="mt-1 text-caption text-ink-soft">
            {t('limit', { n: formatNumber(LIMITS.body, dates) })}
          </p>
        </character-count>
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <div>
          {label('name')}
          {message('name')}
          <input
            {...describe('name', 'comment-note')}
            type="text"
            dir="auto"
            autoComplete="name"
            className={`${describe('name', '').className} min-h-12`}
          />
        </div>
        <div>
          {label('email')}
          {message('email')}
          <input
            {...describe('email', 'comment-email-note')}
            type="email"
            inputMode="email"
            dir="ltr"
            autoComplete="email"
            className={`${describe('email', '').className} min-h-12`}
          />
          <p id="comment-email-note" className="mt-1 text-caption text-ink-soft">
            {t(isEmailRequired ? 'emailNote' : 'emailNoteOptional')}
          </p>
        </div>
      </div>
    </>
  );
}
