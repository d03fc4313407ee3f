import { useTranslations } from 'next-intl';
import type { ReportReason } from '#db/tables/content.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { REPORT_NOTE_LIMIT, type TalkFormState } from '#lib/comments/talk-form.ts';
import { SendFaults } from './send-faults.tsx';
import { TalkFaults, TalkField, talkButton } from './talk-fields.tsx';

type Props = {
  reasons: readonly ReportReason[];
  action: string;
  cancelHref: string;
  dates: DateSettings;
  state?: TalkFormState;
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
      <TalkFaults state={state} dates={dates} />
      <fieldset id="talk-reason" aria-describedby={hasFault ? 'talk-reason-fault' : undefined}>
        <legend className="mb-1 text-ui font-medium">{t('reason')}</legend>
        {hasFault && (
          <p id="talk-reason-fault" className="mb-1 text-meta font-bold text-madder">
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
      <TalkField
        field="note"
        label={t('note')}
        help={t('noteHelp', { n: formatNumber(REPORT_NOTE_LIMIT, dates) })}
        state={state}
        dates={dates}
      >
        {(attributes) => (
          <textarea {...attributes} rows={4} dir="auto" className={`${attributes.className} py-3`} />
        )}
      </TalkField>
      <SendFaults />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <button id="talk-submit" className={talkButton}>
          {t('submit')}
        </button>
        <a href={cancelHref} className="inline-flex min-h-11 items-center text-meta text-sea underline">
          {t('cancel')}
        </a>
      </div>
    </form>
  );
}
