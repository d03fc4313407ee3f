import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import type { FieldProps } from '#components/newsroom/ui/field.tsx';
import { countComments } from '#db/articles/erase.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { can } from '#lib/people/can.ts';
import { deskPath, type Opened } from '../_article.ts';
import { erase, untrash } from './actions.ts';

/**
 * An article in the trash can be restored. An administrator may delete it permanently and must type its
 * number first.
 */
export async function InTrash({
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
