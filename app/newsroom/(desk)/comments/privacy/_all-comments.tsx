import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/block.tsx';
import { buttonStyle } from '#components/newsroom/button.ts';
import { Field } from '#components/newsroom/field.tsx';

const ACTION = '/newsroom/comments/privacy/wxr';

/** Every comment in one file: freely without addresses, for a reason with them. */
export async function AllComments({ isReasonMissing }: { isReasonMissing: boolean }) {
  const t = await getTranslations('newsroom.privacy');
  return (
    <Block title={t('allTitle')} lead={t('allLead')}>
      <div className="max-w-xl space-y-6">
        <form action={ACTION} method="post">
          <button name="data" value="without" className={buttonStyle.plain}>{t('allWithout')}</button>
        </form>
        <form action={ACTION} method="post" className="space-y-4 border-s-4 border-madder ps-4">
          <Field name="reason" label={t('allReason')} hint={t('allReasonHint')} fault={isReasonMissing ? t('allReasonFault') : undefined} isProse autoComplete="off" />
          <button name="data" value="with" className={buttonStyle.risky}>{t('allWith')}</button>
        </form>
      </div>
    </Block>
  );
}
