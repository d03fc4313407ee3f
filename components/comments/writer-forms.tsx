import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { OwnComment } from '#db/comments/own.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { factsOf } from '#lib/comments/states.ts';
import { LIMITS } from '#lib/comments/rules.ts';
import { APPEAL_LIMIT, type DiscussionFormState } from '#lib/comments/discussion-form.ts';
import { SendFaults } from './send-faults.tsx';
import { DiscussionFaults, DiscussionField, discussionButton } from './discussion-fields.tsx';

type Props = {
  comment: OwnComment;
  path: string;
  canEdit: boolean;
  dates: DateSettings;
  state?: DiscussionFormState;
};

/**
 * What a writer can still do with a comment. Each form is in a closed `<details>`, so that one careless click
 * changes nothing.
 */
export function WriterForms({ comment, path, canEdit, dates, state }: Props) {
  const t = useTranslations('comments.status');
  const { mayAppeal, told } = factsOf(comment.status);
  if (told === 'withdrawn' && !state) return null;
  const stateOf = (kind: DiscussionFormState['kind']) => (state?.kind === kind ? state : undefined);
  return (
    <div className="divide-y divide-hairline border-y border-hairline">
      {(canEdit || stateOf('edit')) && (
        <Act title={t('edit')} isOpen={stateOf('edit') !== undefined}>
          <p className="text-meta text-ink-soft">{t('editHelp')}</p>
          <form
            action={`${path}/edit`}
            method="post"
            noValidate
            data-keep-words=""
            className="mt-4 flex flex-col gap-5"
          >
            <DiscussionFaults state={stateOf('edit')} dates={dates} />
            <EditFields comment={comment} state={stateOf('edit')} dates={dates} />
            <SendFaults />
            <p>
              <button id="discussion-submit" className={discussionButton}>
                {t('editSubmit')}
              </button>
            </p>
          </form>
        </Act>
      )}
      {((mayAppeal && !comment.appealedAt) || stateOf('appeal')) && (
        <Act title={t('appeal')} isOpen={stateOf('appeal') !== undefined}>
          <p className="text-meta text-ink-soft">{t('appealHelp')}</p>
          <form
            action={`${path}/appeal`}
            method="post"
            noValidate
            data-keep-words=""
            className="mt-4 flex flex-col gap-5"
          >
            <DiscussionFaults state={stateOf('appeal')} dates={dates} />
            <DiscussionField
              field="text"
              label={t('appealText')}
              help={t('limit', { n: formatNumber(APPEAL_LIMIT, dates) })}
              state={stateOf('appeal')}
              dates={dates}
            >
              {(attributes) => (
                <textarea {...attributes} rows={5} dir="auto" className={`${attributes.className} py-3`} />
              )}
            </DiscussionField>
            <SendFaults />
            <p>
              <button id="discussion-submit" className={discussionButton}>
                {t('appealSubmit')}
              </button>
            </p>
          </form>
        </Act>
      )}
      {told !== 'withdrawn' && (
        <Act title={t('withdraw')} isOpen={false}>
          <p className="text-ui">{t('withdrawSure')}</p>
          <form action={`${path}/withdraw`} method="post" className="mt-4">
            <button className="min-h-12 rounded-paper border border-madder px-8 text-ui font-medium text-madder hover:bg-madder hover:text-paper">
              {t('withdrawSubmit')}
            </button>
          </form>
        </Act>
      )}
    </div>
  );
}

function EditFields({
  comment,
  state,
  dates,
}: {
  comment: OwnComment;
  state: DiscussionFormState | undefined;
  dates: DateSettings;
}) {
  const t = useTranslations('comments');
  const shown: DiscussionFormState = state ?? {
    kind: 'edit',
    values: { name: comment.name, body: comment.body },
    faults: [],
  };
  return (
    <>
      <DiscussionField
        field="body"
        label={t('body')}
        help={t('limit', { n: formatNumber(LIMITS.body, dates) })}
        state={shown}
        dates={dates}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={7}
            dir="auto"
            className={`${attributes.className} py-3 text-comment`}
          />
        )}
      </DiscussionField>
      <DiscussionField field="name" label={t('name')} state={shown} dates={dates}>
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            dir="auto"
            autoComplete="name"
            className={`${attributes.className} min-h-12`}
          />
        )}
      </DiscussionField>
    </>
  );
}

function Act({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={isOpen} className="py-1">
      <summary className="flex min-h-11 items-center text-ui font-medium text-sea">{title}</summary>
      <div className="pt-2 pb-5">{children}</div>
    </details>
  );
}
