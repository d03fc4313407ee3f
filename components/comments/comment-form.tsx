import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { CommentField, CommentFormState } from '#lib/comments/form-state.ts';
import { LIMITS } from '#lib/comments/rules.ts';
import { localePath } from '#lib/locales.ts';
import { ErrorSummary, faultId, formatLimit } from './error-summary.tsx';

type Props = {
  action: string;
  token: string;
  dates: DateSettings;
  state?: CommentFormState;
  /** The comment that is being answered. */
  replyTo?: { id: string; name: string };
};

const input = 'w-full rounded-paper border bg-sheet px-4 text-ui';

export function CommentForm({ action, token, dates, state, replyTo }: Props) {
  const t = useTranslations('comments');
  const faults = state?.faults ?? [];
  const faultOf = (field: CommentField) => faults.find((fault) => fault.field === field);

  /** What a field and the words about it have in common. */
  const describe = (field: CommentField, note: string) => {
    const fault = faultOf(field);
    return {
      id: `comment-${field}`,
      name: field,
      defaultValue: state?.values[field] ?? '',
      'aria-required': true,
      'aria-describedby': fault ? `${faultId(field)} ${note}` : note,
      ...(fault && { 'aria-invalid': true }),
      className: `${input} ${fault ? 'border-2 border-madder' : 'border-field'}`,
    };
  };
  const label = (field: CommentField) => (
    <label htmlFor={`comment-${field}`} className="mb-1 block text-ui font-medium">
      {t(field)} <span aria-hidden="true" className="text-madder">*</span>
    </label>
  );
  const message = (field: CommentField) => {
    const fault = faultOf(field);
    return fault && (
      <p id={faultId(field)} className="mb-1 text-meta font-bold text-madder">{t(`faults.${fault.message}`, { limit: formatLimit(fault, dates) })}</p>
    );
  };

  return (
    <section aria-labelledby="comment-form-title" className="no-print mt-10 bg-sheet p-4 sm:p-8">
      <h2 id="comment-form-title" className="text-h2">
        {replyTo ? t.rich('replyTitle', { name: replyTo.name, n: (chunks) => <bdi>{chunks}</bdi> }) : t('formTitle')}
      </h2>
      <p id="comment-note" className="mt-2 mb-6 text-meta text-ink-soft">{t('note')}</p>
      {faults.length > 0 && <ErrorSummary faults={faults} dates={dates} />}
      <form id="comment-form" action={action} method="post" noValidate className="flex flex-col gap-5">
        <div>
          {label('body')}
          {message('body')}
          <character-count data-limit={LIMITS.body}>
            <textarea {...describe('body', 'comment-body-limit')} rows={7} dir="auto" className={`${describe('body', '').className} py-3 text-comment`} />
            <p id="comment-body-limit" className="mt-1 text-caption text-ink-soft">{t('limit', { n: formatNumber(LIMITS.body, dates) })}</p>
          </character-count>
        </div>
        <div className="grid gap-5 sm:grid-cols-2">
          <div>
            {label('name')}
            {message('name')}
            <input {...describe('name', 'comment-note')} type="text" dir="auto" autoComplete="name" className={`${describe('name', '').className} min-h-12`} />
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
            <p id="comment-email-note" className="mt-1 text-caption text-ink-soft">{t('emailNote')}</p>
          </div>
        </div>
        <p aria-hidden="true" className="form-extra">
          <label htmlFor="comment-website">{t('decoy')}</label>
          <input id="comment-website" name="website" type="text" tabIndex={-1} autoComplete="off" />
        </p>
        <input type="hidden" name="token" value={token} />
        {replyTo && <input type="hidden" name="replyTo" value={replyTo.id} />}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <button id="comment-submit" type="submit" className="min-h-12 rounded-paper bg-sea px-8 text-ui font-medium text-on-sea">{t('submit')}</button>
          {replyTo && <a href="?#comment-form" className="inline-flex min-h-11 items-center text-meta text-sea underline">{t('cancelReply')}</a>}
          <p className="text-meta text-ink-soft">
            {t('policy')} <a href={localePath(dates.locale, '/p/comments')} className="text-sea underline">{t('policyLink')}</a>
          </p>
        </div>
      </form>
    </section>
  );
}
