import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import type { FieldProps } from '#components/newsroom/ui/field.tsx';
import { Time } from '#components/ui/time.tsx';
import { isOut } from '#db/articles/publish-draft.ts';
import { countComments } from '#db/articles/erase.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { localDateTime } from '#lib/arabic/local-time.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { can } from '#lib/people/can.ts';
import { deskPath, type Opened } from '../_article.ts';
import {
  cancel,
  erase,
  giveBack,
  publishNow,
  retract,
  schedule,
  send,
  trash,
  unpublish,
  untrash,
  update,
} from './actions.ts';

const HOUR = 3_600_000;

/**
 * An article in the trash can be restored. An administrator may delete it permanently and must type its
 * number first.
 */
async function InTrash({
  article,
  number,
  staff,
  asked,
}: Pick<Opened, 'article' | 'number' | 'staff'> & { asked: string }) {
  const [t, dates] = await Promise.all([
    getTranslations('newsroom.writing.publishing'),
    getDateSettings(await getLocale()),
  ]);
  const typed: FieldProps = {
    name: 'typed',
    label: t('eraseTyped', { number: String(number) }),
    isRequired: true,
    autoComplete: 'off',
    inputMode: 'numeric',
  };
  const comments = await countComments(article.id);
  return (
    <>
      <Block title={t('trashTitle')} lead={t('trashLead')}>
        <ActionForm action={untrash.bind(null, number)} fields={[]} submit={t('untrash')} />
      </Block>
      {can(staff.person, 'eraseArticles') && (
        <Block title={t('eraseTitle')} lead={t('eraseLead')}>
          {asked === 'erase' ? (
            <div id="ask" className="max-w-xl space-y-3 border-s-4 border-madder ps-4">
              <p className="font-bold">{t('eraseAsk')}</p>
              <p>{t('eraseWhat', { count: comments, n: formatNumber(comments, dates) })}</p>
              <ActionForm
                action={erase.bind(null, number)}
                fields={[typed]}
                hidden={{ version: String(article.version) }}
                submit={t('eraseConfirm')}
                variant="risky"
              />
              <p>
                <a href={deskPath(number, '/publish')} className={buttonStyle.text}>
                  {t('dont')}
                </a>
              </p>
            </div>
          ) : (
            <a href={deskPath(number, '/publish?ask=erase#ask')} className={buttonStyle.risky}>
              {t('erase')}
            </a>
          )}
        </Block>
      )}
    </>
  );
}

type Props = {
  opened: Opened;
  dueAt: Date | null;
  /** Whether the scheduled version lacks what was typed since. */
  isNewer: boolean;
  stops: boolean;
  asked: string;
  mayPublish: boolean;
  now: Date;
};

/**
 * Every act that the article's state allows, for people who may do it. Each is a form that works without
 * scripts.
 */
export async function Acts({
  opened: { article, draft, number, staff },
  dueAt,
  isNewer,
  stops,
  asked,
  mayPublish,
  now,
}: Props) {
  const [t, dates] = await Promise.all([
    getTranslations('newsroom.writing.publishing'),
    getDateSettings(await getLocale()),
  ]);
  const out = isOut(article, now);
  const isWaiting = article.status === 'published' && !out;
  const isDraft = article.status === 'draft';
  const hidden = { version: String(draft.version) };
  const nextHour = new Date(Math.ceil((now.getTime() + HOUR / 2) / HOUR) * HOUR);
  const time = (initial: Date): FieldProps => ({
    name: 'at',
    label: t('at'),
    isRequired: true,
    type: 'datetime-local',
    hint: t('atHint', { zone: dates.timeZone }),
    initial: localDateTime(initial, dates.timeZone),
    autoComplete: 'off',
  });
  const text = (hint: string): FieldProps => ({
    name: 'text',
    label: t('text'),
    rows: 3,
    hint,
    isProse: true,
    autoComplete: 'off',
  });
  const kinds: FieldProps = {
    name: 'kind',
    label: t('kind'),
    hint: t('kindHint'),
    autoComplete: 'off',
    initial: draft.isAhead ? 'none' : 'correction',
    options: [
      ...(draft.isAhead ? ['none' as const] : []),
      'correction' as const,
      'clarification' as const,
      'update' as const,
    ].map((value) => ({ value, label: t(`kinds.${value}`) })),
  };
  const fates: FieldProps = {
    name: 'fate',
    label: t('fate'),
    hint: t('fateHint'),
    autoComplete: 'off',
    initial: '',
    options: [
      { value: '', label: t('fateChoose') },
      ...(['keep', 'remove', 'replace'] as const).map((value) => ({ value, label: t(`fates.${value}`) })),
    ],
  };
  const again = article.status === 'retracted' ? [fates, text(t('fateText'))] : [];
  /** A scheduled version goes out without what was typed since. One button adds that; the time stays. */
  const takeIn = (at: Date) =>
    isNewer && (
      <div className="mb-6 space-y-3 border-s-4 border-amber ps-4">
        <p>{t('notIn')}</p>
        <ActionForm
          action={schedule.bind(null, number)}
          fields={[]}
          hidden={{ ...hidden, at: localDateTime(at, dates.timeZone) }}
          submit={t('takeIn')}
        />
      </div>
    );
  const wasPublic = !isWaiting && article.publishedAt;
  const ask = (what: string, label: string) => (
    <a href={deskPath(number, `/publish?ask=${what}#ask`)} className={buttonStyle.risky}>
      {label}
    </a>
  );
  const asking = (what: string, title: string, lead: string, form: ReactNode) =>
    asked === what && (
      <div id="ask" className="space-y-3 border-s-4 border-madder ps-4">
        <p className="font-bold">{title}</p>
        <p>{lead}</p>
        {form}
        <p>
          <a href={deskPath(number, '/publish')} className={buttonStyle.text}>
            {t('dont')}
          </a>
        </p>
      </div>
    );

  if (article.status === 'trash') {
    return <InTrash article={article} number={number} staff={staff} asked={asked} />;
  }
  if (!mayPublish) {
    return (
      <Block title={t('sendTitle')} lead={t('sendLead')}>
        {draft.sentAt && (
          <p className="mb-3 text-leaf">
            {t('sentSince')} <Time at={draft.sentAt} dates={dates} />
          </p>
        )}
        <div className="flex flex-wrap items-start gap-3">
          <ActionForm
            action={send.bind(null, number)}
            fields={[]}
            submit={draft.sentAt ? t('sendAgain') : t('send')}
          />
          {isDraft && !article.publishedAt && asked !== 'trash' && ask('trash', t('trash'))}
        </div>
        {asking(
          'trash',
          t('trash'),
          t('trashAsk'),
          <ActionForm
            action={trash.bind(null, number)}
            fields={[]}
            submit={t('trashConfirm')}
            variant="risky"
          />,
        )}
      </Block>
    );
  }
  return (
    <>
      {draft.sentAt && (
        <Block title={t('waitsTitle')} lead={t('waitsLead')}>
          <div className="max-w-xl">
            <ActionForm
              action={giveBack.bind(null, number)}
              keep={`return.${staff.person.id}.${number}`}
              fields={[{ ...text(t('giveBackHint')), label: t('giveBackReason'), isRequired: true }]}
              submit={t('giveBack')}
              variant="plain"
            />
          </div>
        </Block>
      )}
      {!out && (
        <Block
          title={
            isWaiting
              ? t('scheduledTitle')
              : article.status === 'retracted'
                ? t('againTitle')
                : t('publishTitle')
          }
        >
          {isWaiting && (
            <p className="mb-4">
              {t('scheduledFor')} <Time at={article.publishedAt!} dates={dates} className="font-bold" />
            </p>
          )}
          {isWaiting && takeIn(article.publishedAt!)}
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
                fields={[time(isWaiting ? article.publishedAt! : nextHour)]}
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
      )}
      {out && (
        <Block
          title={draft.isAhead ? t('updateTitle') : t('correctTitle')}
          lead={draft.isAhead ? t('updateLead') : t('correctLead')}
        >
          {stops && draft.isAhead && <p className="mb-4 text-madder">{t('stopsLead')}</p>}
          <div className="max-w-xl">
            <ActionForm
              action={update.bind(null, number)}
              keep={`note.${staff.person.id}.${number}`}
              fields={[kinds, { ...text(t('textHint')), isRequired: !draft.isAhead }]}
              hidden={hidden}
              submit={draft.isAhead ? t('update') : t('correct')}
            />
          </div>
        </Block>
      )}
      {out && (draft.isAhead || dueAt) && (
        <Block title={t('laterTitle')} lead={t('laterLead')}>
          {dueAt && (
            <div className="mb-6 space-y-3">
              <p>
                {t('laterFor')} <Time at={dueAt} dates={dates} className="font-bold" />
              </p>
              {takeIn(dueAt)}
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
                fields={[time(dueAt ?? nextHour)]}
                hidden={hidden}
                submit={dueAt ? t('reschedule') : t('scheduleLater')}
                variant="plain"
              />
            </div>
          )}
        </Block>
      )}
      {(out || isDraft) && (
        <Block title={t(out ? 'awayTitle' : 'trashTitleDraft')} lead={out ? t('awayLead') : undefined}>
          <div className="flex flex-wrap gap-3">
            {out && asked !== 'unpublish' && ask('unpublish', t('unpublish'))}
            {out && asked !== 'retract' && ask('retract', t('retract'))}
            {isDraft && asked !== 'trash' && ask('trash', t('trash'))}
          </div>
          <div className="mt-4 empty:hidden">
            {out &&
              asking(
                'unpublish',
                t('unpublish'),
                t('unpublishAsk'),
                <ActionForm
                  action={unpublish.bind(null, number)}
                  fields={[]}
                  submit={t('unpublishConfirm')}
                  variant="risky"
                />,
              )}
            {out &&
              asking(
                'retract',
                t('retract'),
                t('retractAsk'),
                <ActionForm
                  action={retract.bind(null, number)}
                  keep={`retraction.${staff.person.id}.${number}`}
                  fields={[{ ...text(t('retractHint')), isRequired: true }]}
                  submit={t('retractConfirm')}
                  variant="risky"
                />,
              )}
            {isDraft &&
              asking(
                'trash',
                t('trash'),
                t('trashAsk'),
                <ActionForm
                  action={trash.bind(null, number)}
                  fields={[]}
                  submit={t('trashConfirm')}
                  variant="risky"
                />,
              )}
          </div>
        </Block>
      )}
    </>
  );
}
