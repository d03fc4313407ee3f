import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '#components/newsroom/button.ts';
import { Notice } from '#components/newsroom/notice.tsx';
import { getDecision } from '#db/moderation.ts';
import type { Person } from '#lib/can.ts';
import { describeDecision, describeMissed } from './_outcome.ts';
import { undo } from './actions.ts';

type Props = { person: Person; done: string; missed: string; back: string };

/** After a form was sent without scripts: what became of it, and the way back. */
export async function OutcomeNotice({ person, done, missed, back }: Props) {
  const t = await getTranslations('newsroom.queue');
  if (missed) return <Notice tone="waiting" label={t('noticeLabel')}><p>{await describeMissed(missed)}</p></Notice>;
  const decision = done ? await getDecision(done) : undefined;
  if (decision?.userId !== person.id) return null;
  return (
    <Notice tone="done" label={t('noticeLabel')}>
      <p>{await describeDecision(done)}</p>
      {!decision.undoesId && (
        <form action={undo}>
          <input type="hidden" name="decisionId" value={done} />
          <input type="hidden" name="back" value={back} />
          <button data-undo="0" className={buttonStyle.text}>{t('undo')}</button>
        </form>
      )}
    </Notice>
  );
}
