import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { Time } from '#components/ui/time.tsx';
import { getBan } from '#db/moderation/bans.ts';
import { countBatch } from '#db/moderation/batch.ts';
import { getDecision } from '#db/moderation/moderate.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { Person } from '#lib/people/can.ts';
import { getDates } from '../../_dates.ts';
import { single } from '#app/_request/query.ts';
import { describeDecision, describeMissed, describeSkipped } from './_outcome.ts';
import { undo } from './actions.ts';
import { takeBanBack } from './tool-actions.ts';

type Props = { person: Person; query: Record<string, string | string[] | undefined>; back: string };

const SAID = [
  'notUnderstood',
  'networkPast',
  'writerUnknown',
  'banUndone',
  'banGone',
  'banLifted',
  'featured',
  'unfeatured',
  'notPublic',
  'replied',
  'noted',
  'addressUnknown',
  'late',
  'emptied',
] as const;
const GOOD: readonly string[] = ['banUndone', 'banLifted', 'featured', 'unfeatured', 'replied', 'noted'];

/** The outcome of a form that was sent without scripts, and the button to undo it. */
export async function OutcomeNotice({ person, query, back }: Props) {
  const t = await getTranslations('newsroom.queue');
  const said = SAID.find((each) => each === query.said);
  if (said)
    return (
      <Notice tone={GOOD.includes(said) ? 'done' : 'waiting'} label={t('noticeLabel')}>
        <p>{t(`said.${said}`)}</p>
      </Notice>
    );
  if (query.banned) return <BanNotice person={person} banId={single(query.banned)} back={back} />;
  if (query.missed)
    return (
      <Notice tone="waiting" label={t('noticeLabel')}>
        <p>{await describeMissed(single(query.missed))}</p>
      </Notice>
    );
  const done = single(query.done);
  const skipped = Number(single(query.skipped)) || 0;
  const decision = done ? await getDecision(done) : undefined;
  if (decision?.userId !== person.id)
    return skipped > 0 ? (
      <Notice tone="waiting" label={t('noticeLabel')}>
        <p>{await describeSkipped(skipped)}</p>
      </Notice>
    ) : null;
  return (
    <Notice tone="done" label={t('noticeLabel')}>
      <p>
        {await describeDecision(done)}
        {skipped > 0 && <> {await describeSkipped(skipped)}</>}
      </p>
      {!decision.undoesId && decision.act === 'move' && (
        <SafeForm action={undo}>
          <input type="hidden" name="decisionId" value={done} />
          <input type="hidden" name="back" value={back} />
          <button data-undo="0" className={buttonStyle.text}>
            {t('undo')}
          </button>
        </SafeForm>
      )}
    </Notice>
  );
}

async function BanNotice({ person, banId, back }: { person: Person; banId: string; back: string }) {
  const t = await getTranslations('newsroom.queue');
  const ban = await getBan(banId);
  if (ban?.userId !== person.id) return null;
  const { until } = ban;
  const [count, dates, holds] = await Promise.all([
    countBatch(ban.userId, ban.createdAt),
    getDates(),
    getTranslations('newsroom.bans'),
  ]);
  return (
    <Notice tone="done" label={t('noticeLabel')}>
      <p>
        {t('banned', { count, n: formatNumber(count, dates) })}{' '}
        {until
          ? holds.rich('holdsUntil', { time: () => <Time at={until} dates={dates} /> })
          : holds('holdsForEver')}
      </p>
      <SafeForm action={takeBanBack}>
        <input type="hidden" name="banId" value={banId} />
        <input type="hidden" name="back" value={back} />
        <button data-undo="0" className={buttonStyle.text}>
          {t('undo')}
        </button>
      </SafeForm>
    </Notice>
  );
}
