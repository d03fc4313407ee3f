import { useTranslations } from 'next-intl';
import type { ReportReason } from '#db/tables/content.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { REPORT_NOTE_LIMIT, type DiscussionFormState } from '#lib/comments/discussion-form.ts';
import { SendFaults } from './send-faults.tsx';
import { DiscussionFaults, DiscussionField, discussionButton } from './discussion-fields.tsx';

type Props = {
  reasons: readonly ReportReason[];
  action: string;
  cancelHref: string;
  dates: DateSettings;
  state?: DiscussionFormState;
};

export function ReportForm({ reasons, action, cancelHref, dates, state }: Props) {
  const t = useTranslations('comments.reporting');
  const hasFault = state?.faults.some(({ field }) => field === 'reason');
  return (
    <form
      action={action}
      method="post"
      noValidate
      data-keep-words=""
      className="mt-8 flex flex-col gap-6 bg-sheet p-4 sm:p-8"
    >
      <p className="text-ui text-ink-soft">{t('lead')}</p>
      <DiscussionFaults state={state} dates={dates} />
      <fieldset id="discussion-reason" aria-describedby={hasFault ? 'discussion-reason-fault' : undefined}>
        <legend className="mb-1 text-ui font-medium">{t('reason')}</legend>
        {hasFault && (
          <p id="discussion-reason-fault" className="mb-1 text-meta font-bold text-madder">
            {t('reasonMissing')}
          </p>
        )}
        {reasons.map((reason) => (
          <label key={reason} className="flex min-h-11 items-center gap-3 text-ui">
            <input
              type="radio"
              name="reason"
              value={reason}
              defaultChecked={state?.values.reason === reason}
              className="size-5 accent-sea"
            />
            {t(`reasons.${reason}`)}
          </label>
        ))}
      </fieldset>
      <DiscussionField
        field="note"
        label={t('note')}
        help={t('noteHelp', { n: formatNumber(REPORT_NOTE_LIMIT, dates) })}
        state={state}
        dates={dates}
      >
        {(attributes) => (
          <textarea {...attributes} rows={4} dir="auto" className={`${attributes.className} py-3`} />
        )}
      </DiscussionField>
      <SendFaults />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <button id="discussion-submit" className={discussionButton}>
          {t('submit')}
        </button>
        <a href={cancelHref} className="inline-flex min-h-11 items-center text-meta text-sea underline">
          {t('cancel')}
        </a>
      </div>
    </form>
  );
}
