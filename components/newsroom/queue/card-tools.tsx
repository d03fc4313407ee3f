import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { networkKnownUntil } from '#lib/comments/network.ts';
import { factsOf } from '#lib/comments/states.ts';
import { LIMITS } from '#lib/comments/rules.ts';
import type { CardContext } from '#db/moderation/queue-context.ts';
import { Time } from '#components/ui/time.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { More } from '#components/newsroom/ui/more.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { TextBox } from '#components/newsroom/ui/text-box.tsx';

type Send = (form: FormData) => Promise<void>;
export type ToolActions = { ban: Send; feature: Send; unfeature: Send; reply: Send; note: Send };
type Props = { card: CardContext; back: string; actions: ToolActions; dates: DateSettings; now: Date };

const BAN_DAYS = ['1', '7', '30', 'ever'] as const;
const BAN_KINDS = ['writer', 'email', 'network'] as const;

function Target({ id, back }: { id: string; back: string }) {
  return (
    <>
      <input type="hidden" name="commentId" value={id} />
      <input type="hidden" name="back" value={back} />
    </>
  );
}

/**
 * A network is known only until the end of its day, whatever duration is chosen. After that it is not
 * offered.
 */
function BanForm({ card: { comment, address }, back, actions, dates, now }: Props) {
  const t = useTranslations('newsroom.ban');
  const known = networkKnownUntil(comment.createdAt);
  const kinds = BAN_KINDS.filter((kind) =>
    kind === 'writer' ? comment.writerId : kind === 'email' ? address : known > now,
  );
  return (
    <SafeForm action={actions.ban} className="space-y-3">
      <Target id={comment.id} back={back} />
      <fieldset>
        <legend className="font-medium">{t('whom')}</legend>
        {kinds.map((kind, n) => (
          <label key={kind} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="kind"
              value={kind}
              defaultChecked={n === 0}
              className="size-5 shrink-0 accent-sea"
            />
            <span>
              {kind === 'network'
                ? t.rich('networkUntil', { time: () => <Time at={known} dates={dates} /> })
                : t(kind)}
            </span>
          </label>
        ))}
      </fieldset>
      <label className="block">
        <span className="mb-1 block font-medium">{t('howLong')}</span>
        <select
          name="days"
          defaultValue="7"
          className="min-h-11 rounded-paper border border-field bg-paper px-3"
        >
          {BAN_DAYS.map((days) => (
            <option key={days} value={days}>
              {t(`days.${days}`)}
            </option>
          ))}
        </select>
      </label>
      <TextBox name="reason" label={t('reason')} rows={1} max={300} />
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" name="withAll" className="size-5 accent-sea" />
        {t('withAll')}
      </label>
      <button className={buttonStyle.risky}>{t('submit')}</button>
    </SafeForm>
  );
}

/**
 * What a moderator can do besides deciding: reply, pick, note, ban. Each opens inline and is an ordinary
 * form.
 */
export function CardTools({ card, back, actions, dates, now }: Props) {
  const form = useTranslations('newsroom.form');
  const t = useTranslations('newsroom.tools');
  const { comment } = card;
  const { isPublic } = factsOf(comment.status);
  return (
    <div className="flex flex-wrap gap-x-6">
      {isPublic && (
        <More summary={t('reply')}>
          <SafeForm action={actions.reply} className="space-y-3">
            <Target id={comment.id} back={back} />
            <TextBox
              name="body"
              label={t('replyLabel')}
              hint={t('replyHint')}
              rows={4}
              max={LIMITS.body}
              required={form('required')}
            />
            <button className={buttonStyle.main}>{t('replySubmit')}</button>
          </SafeForm>
        </More>
      )}
      {isPublic && !comment.featuredAt && (
        <More summary={t('feature')}>
          <SafeForm action={actions.feature} className="space-y-3">
            <Target id={comment.id} back={back} />
            <TextBox name="line" label={t('featureLine')} hint={t('featureHint')} rows={1} max={160} />
            <button className={buttonStyle.main}>{t('featureSubmit')}</button>
          </SafeForm>
        </More>
      )}
      {comment.featuredAt && (
        <SafeForm action={actions.unfeature}>
          <Target id={comment.id} back={back} />
          <button className={buttonStyle.text}>{t('unfeature')}</button>
        </SafeForm>
      )}
      {comment.writerId && (
        <More summary={t('note')}>
          <SafeForm action={actions.note} className="space-y-3">
            <Target id={comment.id} back={back} />
            <TextBox name="text" label={t('noteLabel')} rows={2} max={1000} required={form('required')} />
            <button className={buttonStyle.main}>{t('noteSubmit')}</button>
          </SafeForm>
        </More>
      )}
      {!comment.staffId && (
        <More summary={t('ban')} menu="ban">
          <BanForm card={card} back={back} actions={actions} dates={dates} now={now} />
        </More>
      )}
    </div>
  );
}
