import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import type { CommentFormState } from '#lib/comments/form-state.ts';
import { minePath } from '#lib/comments/own-path.ts';
import { localePath } from '#lib/locales.ts';
import { CommentFields } from './comment-fields.tsx';
import { CommentPreview } from './comment-preview.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { SendFaults } from './send-faults.tsx';
import { Words } from '../ui/words.tsx';

type Props = {
  action: string;
  /** The shared token of a cached page. A form that the server returned has the reader's own token. */
  token: string;
  /** The name of the decoy field, which only bots fill in. It changes every day. */
  decoy: string;
  /** The path from which the script requests a token for this reader. */
  tokenPath: string;
  dates: DateSettings;
  isEmailRequired: boolean;
  /**
   * Whether some writers are published without review. Then the form must not say that every comment is
   * reviewed first.
   */
  isTrusting: boolean;
  state?: CommentFormState;
  /** The comment that this one replies to. */
  replyTo?: { id: string; name: string };
};

const choice = 'flex min-h-11 items-center gap-3 text-meta';

export function CommentForm({
  action,
  token,
  decoy,
  tokenPath,
  dates,
  isEmailRequired,
  isTrusting,
  state,
  replyTo,
}: Props) {
  const t = useTranslations('comments');
  const faults = state?.faults ?? [];
  const fields = { dates, isEmailRequired, ...(state && { state }) };
  return (
    <comment-form {...(!state && { 'data-token': tokenPath })} class="block">
      {state && faults.length === 0 && <CommentPreview values={state.values} />}
      <section aria-labelledby="comment-form-title" className="no-print mt-10 bg-sheet p-4 sm:p-8">
        <h2 id="comment-form-title" className="text-h2">
          {replyTo
            ? t.rich('replyTitle', { name: replyTo.name, n: () => <Words of={replyTo.name} /> })
            : t('formTitle')}
        </h2>
        <p id="comment-note" className="mt-2 mb-6 text-meta text-ink-soft">
          {t('note')}
        </p>
        {faults.length > 0 && <ErrorSummary faults={faults} dates={dates} />}
        <form id="comment-form" action={action} method="post" noValidate className="flex flex-col gap-5">
          <CommentFields {...fields} />
          <div>
            <label className={choice}>
              <input
                type="checkbox"
                name="notify"
                value="1"
                defaultChecked={state?.values.notify ?? false}
                className="size-5 shrink-0 accent-sea"
              />
              {t('notify')}
            </label>
            <label hidden data-remember className={choice}>
              <input type="checkbox" className="size-5 shrink-0 accent-sea" />
              {t('remember')}
            </label>
          </div>
          <p aria-hidden="true" className="form-extra">
            <label htmlFor={decoy}>{t('decoy')}</label>
            <input id={decoy} name={decoy} type="text" tabIndex={-1} autoComplete="off" />
          </p>
          <input type="hidden" name="token" value={state?.token ?? token} />
          {replyTo && <input type="hidden" name="replyTo" value={replyTo.id} />}
          <SendFaults />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <button
              id="comment-submit"
              type="submit"
              className="min-h-12 rounded-paper bg-sea px-8 text-ui font-medium text-on-sea hover:bg-ink hover:text-paper"
            >
              {t('submit')}
            </button>{' '}
            <button
              type="submit"
              name="preview"
              value="1"
              className="min-h-12 rounded-paper border border-sea px-6 text-ui text-sea hover:border-ink hover:text-ink"
            >
              {t('preview')}
            </button>{' '}
            {replyTo && (
              <a
                href="?#comment-form"
                className="inline-flex min-h-11 items-center text-meta text-sea underline"
              >
                {t('cancelReply')}
              </a>
            )}
            <p className="text-meta text-ink-soft">
              {t(isTrusting ? 'policyTrusting' : 'policy')}{' '}
              <a href={localePath(dates.locale, '/p/comments')} className="text-sea underline">
                {t('policyLink')}
              </a>
              {'\u00A0· '}
              <a href={minePath(dates.locale)} rel="nofollow" className="text-sea underline">
                {t('mine.title')}
              </a>
            </p>
          </div>
        </form>
      </section>
    </comment-form>
  );
}
