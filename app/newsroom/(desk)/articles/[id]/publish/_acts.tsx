import { useTranslations } from 'next-intl';
import { getLocale } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { Time } from '#components/ui/time.tsx';
import { isOut } from '#db/articles/publish-draft.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import type { Opened } from '../_article.ts';
import { useActFields } from './_act-fields.ts';
import { LaterBlock, PublishBlock, UpdateBlock } from './_go-out.tsx';
import { InTrash } from './_in-trash.tsx';
import { AskFirst, AskLink, TakeAway } from './_take-away.tsx';
import { giveBack, send, trash } from './actions.ts';

type PartProps = { opened: Opened; dates: DateSettings };

/** Sends a draft to the desk: for people who may not publish. */
function SendBlock({ opened: { article, draft, number }, asked, dates }: PartProps & { asked: string }) {
  const t = useTranslations('newsroom.writing.publishing');
  const isDraft = article.status === 'draft';
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
        {isDraft && !article.publishedAt && asked !== 'trash' && (
          <AskLink number={number} what="trash" label={t('trash')} />
        )}
      </div>
      {asked === 'trash' && (
        <AskFirst number={number} title={t('trash')} lead={t('trashAsk')}>
          <ActionForm
            action={trash.bind(null, number)}
            fields={[]}
            submit={t('trashConfirm')}
            variant="risky"
          />
        </AskFirst>
      )}
    </Block>
  );
}

/** Returns a draft that was sent to the desk. */
function ReturnBlock({ opened: { number, staff }, dates }: PartProps) {
  const t = useTranslations('newsroom.writing.publishing');
  const { text } = useActFields(dates);
  return (
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
export async function Acts({ opened, dueAt, isNewer, stops, asked, mayPublish, now }: Props) {
  const { article, draft, number, staff } = opened;
  const dates = await getDateSettings(await getLocale());
  if (article.status === 'trash')
    return <InTrash article={article} number={number} staff={staff} asked={asked} />;
  if (!mayPublish) return <SendBlock opened={opened} asked={asked} dates={dates} />;
  const out = isOut(article, now);
  const parts = { opened, isNewer, stops, dates, now };
  return (
    <>
      {draft.sentAt && <ReturnBlock opened={opened} dates={dates} />}
      {!out && <PublishBlock {...parts} />}
      {out && <UpdateBlock {...parts} />}
      {out && (draft.isAhead || dueAt) && <LaterBlock {...parts} dueAt={dueAt} />}
      {(out || article.status === 'draft') && (
        <TakeAway opened={opened} out={out} asked={asked} dates={dates} />
      )}
    </>
  );
}
