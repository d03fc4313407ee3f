import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import type { DiscussionFormState } from '#lib/comments/discussion-form.ts';
import { SendFaults } from './send-faults.tsx';
import { DiscussionFaults, DiscussionField, discussionButton } from './discussion-fields.tsx';

type Props = { action: string; dates: DateSettings; state?: DiscussionFormState };

/** The form that requests a mail with a link to a writer's comments. The link opens them in this browser. */
export function LinkForm({ action, dates, state }: Props) {
  const t = useTranslations('comments.mine');
  return (
    <section aria-labelledby="link-title" className="bg-sheet p-4 sm:p-8">
      <h2 id="link-title" className="text-h3">
        {t('linkTitle')}
      </h2>
      <p className="mt-2 text-meta text-ink-soft">{t('linkLead')}</p>
      <form action={action} method="post" noValidate data-keep-words="" className="mt-4 flex flex-col gap-5">
        <DiscussionFaults state={state} dates={dates} />
        <DiscussionField field="email" label={t('email')} state={state} dates={dates}>
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
        </DiscussionField>
        <SendFaults />
        <p>
          <button id="discussion-submit" className={discussionButton}>
            {t('linkSubmit')}
          </button>
        </p>
      </form>
    </section>
  );
}
