import { useTranslations } from 'next-intl';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { Time } from '#components/ui/time.tsx';
import type { listRevisions } from '#db/articles/revisions.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { deskPath } from '../_article.ts';
import { restore } from './actions.ts';

type PickProps = { name: 'from' | 'to'; value: string; isChecked: boolean; label: string };

/** Chooses one side of a comparison. */
export function PickRevision({ name, value, isChecked, label }: PickProps) {
  const t = useTranslations('newsroom.writing.history');
  return (
    <label className="inline-flex min-h-11 items-center gap-2">
      <input
        type="radio"
        name={name}
        value={value}
        form="compare"
        defaultChecked={isChecked}
        className="size-5 accent-sea"
      />
      {t(name)}
      <span className="sr-only"> ({label})</span>
    </label>
  );
}

type Revision = Awaited<ReturnType<typeof listRevisions>>[number];
type Props = {
  revision: Revision;
  /** The revision before this one, for «what changed». */
  before: Revision | undefined;
  isNewest: boolean;
  number: number;
  draftVersion: number;
  dates: DateSettings;
};

export function RevisionRow({ revision, before, isNewest, number, draftVersion, dates }: Props) {
  const t = useTranslations('newsroom.writing.history');
  const label = t('revision', { n: formatNumber(revision.number, dates) });
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3">
      <div className="min-w-0 grow basis-60">
        <p>
          <span className="font-bold">{label}</span> · {t(`acts.${revision.act}`)}
        </p>
        <p className="text-caption text-ink-soft">
          {revision.by && (
            <>
              <bdi>{revision.by.name}</bdi> ·{' '}
            </>
          )}
          <Time at={revision.createdAt} dates={dates} />
        </p>
        {revision.note && (
          <p className="text-caption">
            <bdi>{revision.act === 'restore' ? t('restoredFrom', { n: revision.note }) : revision.note}</bdi>
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-4">
        <PickRevision name="from" value={String(revision.number)} isChecked={isNewest} label={label} />
        <PickRevision name="to" value={String(revision.number)} isChecked={false} label={label} />
        {before && (
          <a
            href={deskPath(number, `/revisions/compare?from=${before.number}&to=${revision.number}`)}
            className={buttonStyle.text}
          >
            {t('whatChanged')}
            <span className="sr-only"> ({label})</span>
          </a>
        )}
        <SafeForm action={restore.bind(null, number)}>
          <input type="hidden" name="revision" value={revision.id} />
          <input type="hidden" name="version" value={draftVersion} />
          <button className={buttonStyle.plain}>
            {t('restore')}
            <span className="sr-only"> ({label})</span>
          </button>
        </SafeForm>
      </div>
    </li>
  );
}
