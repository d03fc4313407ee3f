import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { deskPath, type Opened } from '../_article.ts';
import { useActFields } from './_act-fields.ts';
import { retract, trash, unpublish } from './actions.ts';

/** The first step of an act that takes something away: it opens the question. */
export function AskLink({ number, what, label }: { number: number; what: string; label: string }) {
  return (
    <a href={deskPath(number, `/publish?ask=${what}#ask`)} className={buttonStyle.risky}>
      {label}
    </a>
  );
}

type AskProps = { number: number; title: string; lead: string; children: ReactNode };

/** The question before such an act, with its form. */
export function AskFirst({ number, title, lead, children }: AskProps) {
  const t = useTranslations('newsroom.writing.publishing');
  return (
    <div id="ask" className="space-y-3 border-s-4 border-madder ps-4">
      <p className="font-bold">{title}</p>
      <p>{lead}</p>
      {children}
      <p>
        <a href={deskPath(number, '/publish')} className={buttonStyle.text}>
          {t('dont')}
        </a>
      </p>
    </div>
  );
}

type Props = { opened: Opened; out: boolean; asked: string; dates: DateSettings };

/** Takes an article away from readers, or a draft away from the newsroom. */
export function TakeAway({ opened: { article, number, staff }, out, asked, dates }: Props) {
  const t = useTranslations('newsroom.writing.publishing');
  const { text } = useActFields(dates);
  const isDraft = article.status === 'draft';
  return (
    <Block title={t(out ? 'awayTitle' : 'trashTitleDraft')} lead={out ? t('awayLead') : undefined}>
      <div className="flex flex-wrap gap-3">
        {out && asked !== 'unpublish' && <AskLink number={number} what="unpublish" label={t('unpublish')} />}
        {out && asked !== 'retract' && <AskLink number={number} what="retract" label={t('retract')} />}
        {isDraft && asked !== 'trash' && <AskLink number={number} what="trash" label={t('trash')} />}
      </div>
      <div className="mt-4 empty:hidden">
        {out && asked === 'unpublish' && (
          <AskFirst number={number} title={t('unpublish')} lead={t('unpublishAsk')}>
            <ActionForm
              action={unpublish.bind(null, number)}
              fields={[]}
              submit={t('unpublishConfirm')}
              variant="risky"
            />
          </AskFirst>
        )}
        {out && asked === 'retract' && (
          <AskFirst number={number} title={t('retract')} lead={t('retractAsk')}>
            <ActionForm
              action={retract.bind(null, number)}
              keep={`retraction.${staff.person.id}.${number}`}
              fields={[{ ...text(t('retractHint')), isRequired: true }]}
              submit={t('retractConfirm')}
              variant="risky"
            />
          </AskFirst>
        )}
        {isDraft && asked === 'trash' && (
          <AskFirst number={number} title={t('trash')} lead={t('trashAsk')}>
            <ActionForm
              action={trash.bind(null, number)}
              fields={[]}
              submit={t('trashConfirm')}
              variant="risky"
            />
          </AskFirst>
        )}
      </div>
    </Block>
  );
}
