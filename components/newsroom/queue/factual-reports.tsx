import { useTranslations } from 'next-intl';
import type { FactualReport } from '#db/moderation/reports.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { articlePath } from '#lib/articles/path.ts';
import { Time } from '#components/ui/time.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { CommentText } from './comment-text.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';

type Props = { reports: FactualReport[]; dates: DateSettings; action: (form: FormData) => Promise<void> };

/** Errors that readers reported. Each is a task until someone has handled it. */
export function FactualReports({ reports, dates, action }: Props) {
  const t = useTranslations('newsroom.dashboard');
  return (
    <Block title={t('factual')} lead={t('factualLead')}>
      <ul>
        {reports.map((report) => (
          <li
            key={report.id}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t border-hairline py-3"
          >
            <div className="min-w-0 flex-1 basis-80">
              <CommentText body={report.note} />
              <p className="mt-1 text-caption text-ink-soft">
                {t.rich('factualIn', { name: report.commentName, n: (chunks) => <bdi>{chunks}</bdi> })}{' '}
                <a
                  href={`${articlePath(report)}?at=${report.commentId}#comment-${report.commentId}`}
                  dir="auto"
                  className="text-sea underline hover:text-ink"
                >
                  {report.headline}
                </a>
                {' · '}
                <Time at={report.createdAt} dates={dates} />
              </p>
            </div>
            <SafeForm action={action}>
              <input type="hidden" name="id" value={report.id} />
              <button
                className={buttonStyle.plain}
                aria-label={t('factualDoneLabel', { headline: report.headline })}
              >
                {t('factualDone')}
              </button>
            </SafeForm>
          </li>
        ))}
      </ul>
    </Block>
  );
}
