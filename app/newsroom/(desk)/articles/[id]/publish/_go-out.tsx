import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { Time } from '#components/ui/time.tsx';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { localDateTime } from '#lib/arabic/local-time.ts';
import type { Opened } from '../_article.ts';
import { useActFields } from './_act-fields.ts';
import { cancel, publishNow, schedule, update } from './actions.ts';

const HOUR = 3_600_000;
const nextHour = (now: Date) => new Date(Math.ceil((now.getTime() + HOUR / 2) / HOUR) * HOUR);

type Props = {
  opened: Opened;
  /** Whether the scheduled version lacks what was typed since. */
  isNewer: boolean;
  stops: boolean;
  dates: DateSettings;
  now: Date;
};

type TakeInProps = Pick<Props, 'opened' | 'dates'> & { at: Date };

/** A scheduled version goes out without what was typed since. One button adds that; the time stays. */
function TakeIn({ opened: { draft, number }, dates, at }: TakeInProps) {
  const t = useTranslations('newsroom.writing.publishing');
  return (
    <div className="mb-6 space-y-3 border-s-4 border-amber ps-4">
      <p>{t('notIn')}</p>
      <ActionForm
        action={schedule.bind(null, number)}
        fields={[]}
        hidden={{ version: String(draft.version), at: localDateTime(at, dates.timeZone) }}
        submit={t('takeIn')}
      />
    </div>
  );
}

/** Publishes an article that readers do not see, now or at a time. */
export function PublishBlock({ opened, isNewer, stops, dates, now }: Props) {
  const { article, draft, number } = opened;
  const t = useTranslations('newsroom.writing.publishing');
  const { time, text, fates } = useActFields(dates);
  const isWaiting = article.status === 'published';
  const hidden = { version: String(draft.version) };
  const wasPublic = !isWaiting && article.publishedAt;
  const again = article.status === 'retracted' ? [fates(), text(t('fateText'))] : [];
  return (
    <Block
      title={
        isWaiting ? t('scheduledTitle') : article.status === 'retracted' ? t('againTitle') : t('publishTitle')
      }
    >
      {isWaiting && (
        <p className="mb-4">
          {t('scheduledFor')} <Time at={article.publishedAt!} dates={dates} className="font-bold" />
        </p>
      )}
      {isWaiting && isNewer && <TakeIn opened={opened} dates={dates} at={article.publishedAt!} />}
      {stops && <p className="mb-4 text-madder">{t('stopsLead')}</p>}
      <div className="grid gap-8 md:grid-cols-2">
        <div className="space-y-3">
          <p className="text-ink-soft">
            {wasPublic ? (
              <>
                {t('againLead')} <Time at={wasPublic} dates={dates} />
              </>
            ) : (
              t('nowLead')
            )}
          </p>
          <ActionForm
            action={publishNow.bind(null, number)}
            fields={again}
            hidden={hidden}
            submit={t('publishNow')}
          />
        </div>
        {article.status !== 'retracted' && (
          <ActionForm
            action={schedule.bind(null, number)}
            fields={[time(isWaiting ? article.publishedAt! : nextHour(now))]}
            hidden={hidden}
            submit={isWaiting ? t('reschedule') : t('schedule')}
            variant="plain"
          />
        )}
      </div>
      {isWaiting && (
        <div className="mt-6">
          <ActionForm
            action={cancel.bind(null, number)}
            fields={[]}
            submit={t('cancelSchedule')}
            variant="risky"
          />
        </div>
      )}
    </Block>
  );
}

/** Shows a change of a public article to readers, or adds a note. */
export function UpdateBlock({
  opened: { draft, number, staff },
  stops,
  dates,
}: Pick<Props, 'opened' | 'stops' | 'dates'>) {
  const t = useTranslations('newsroom.writing.publishing');
  const { text, kinds } = useActFields(dates);
  const hidden = { version: String(draft.version) };
  return (
    <Block
      title={draft.isAhead ? t('updateTitle') : t('correctTitle')}
      lead={draft.isAhead ? t('updateLead') : t('correctLead')}
    >
      {stops && draft.isAhead && <p className="mb-4 text-madder">{t('stopsLead')}</p>}
      <div className="max-w-xl">
        <ActionForm
          action={update.bind(null, number)}
          keep={`note.${staff.person.id}.${number}`}
          fields={[kinds(draft.isAhead), { ...text(t('textHint')), isRequired: !draft.isAhead }]}
          hidden={hidden}
          submit={draft.isAhead ? t('update') : t('correct')}
        />
      </div>
    </Block>
  );
}

type LaterProps = Omit<Props, 'stops'> & { dueAt: Date | null };

/** Shows a change of a public article at a time. */
export function LaterBlock({ opened, dueAt, isNewer, dates, now }: LaterProps) {
  const { draft, number } = opened;
  const t = useTranslations('newsroom.writing.publishing');
  const { time } = useActFields(dates);
  const hidden = { version: String(draft.version) };
  return (
    <Block title={t('laterTitle')} lead={t('laterLead')}>
      {dueAt && (
        <div className="mb-6 space-y-3">
          <p>
            {t('laterFor')} <Time at={dueAt} dates={dates} className="font-bold" />
          </p>
          {isNewer && <TakeIn opened={opened} dates={dates} at={dueAt} />}
          <ActionForm
            action={cancel.bind(null, number)}
            fields={[]}
            submit={t('cancelLater')}
            variant="risky"
          />
        </div>
      )}
      {draft.isAhead && (
        <div className="max-w-md">
          <ActionForm
            action={schedule.bind(null, number)}
            fields={[time(dueAt ?? nextHour(now))]}
            hidden={hidden}
            submit={dueAt ? t('reschedule') : t('scheduleLater')}
            variant="plain"
          />
        </div>
      )}
    </Block>
  );
}
