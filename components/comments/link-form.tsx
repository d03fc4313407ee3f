import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import type { TalkFormState } from '#lib/comments/talk-form.ts';
import { SendFaults } from './send-faults.tsx';
import { TalkFaults, TalkField, talkButton } from './talk-fields.tsx';

type Props = { action: string; dates: DateSettings; state?: TalkFormState };

/** Asks for a mailed link that opens a writer's comments in this browser. */
export function LinkForm({ action, dates, state }: Props) {
  const t = useTranslations('comments.mine');
  return (
    <section aria-labelledby="link-title" className="bg-sheet p-4 sm:p-8">
      <h2 id="link-title" className="text-h3">
        {t('linkTitle')}
      </h2>
      <p className="mt-2 text-meta text-ink-soft">{t('linkLead')}</p>
      <form action={action} method="post" noValidate data-keep-words="" className="mt-4 flex flex-col gap-5">
        <TalkFaults state={state} dates={dates} />
        <TalkField field="email" label={t('email')} state={state} dates={dates}>
          {(attributes) => (
            <input
              {...attributes}
              type="email"
              inputMode="email"
              dir="ltr"
              autoComplete="email"
              className={`${attributes.className} min-h-12`}
            />
          )}
        </TalkField>
        <SendFaults />
        <p>
          <button id="talk-submit" className={talkButton}>
            {t('linkSubmit')}
          </button>
        </p>
      </form>
    </section>
  );
}
