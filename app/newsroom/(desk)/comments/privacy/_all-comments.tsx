import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { askForExport } from './actions.ts';

const ACTION = '/newsroom/comments/privacy/wxr';

/**
 * Every comment in one file. Without addresses it needs no reason. With addresses the reason comes first and
 * becomes a pass.
 */
export async function AllComments({ pass }: { pass: string }) {
  const t = await getTranslations('newsroom.privacy');
  return (
    <Block title={t('allTitle')} lead={t('allLead')}>
      <div className="max-w-xl space-y-6">
        <form action={ACTION} method="post">
          <button name="data" value="without" className={buttonStyle.plain}>
            {t('allWithout')}
          </button>
        </form>
        <div id="export" className="border-s-4 border-madder ps-4">
          {pass ? (
            <form action={ACTION} method="post" className="space-y-4">
              <p>{t('allReady')}</p>
              <input type="hidden" name="pass" value={pass} />
              <button name="data" value="with" className={buttonStyle.risky}>
                {t('allFetch')}
              </button>
            </form>
          ) : (
            <ActionForm
              action={askForExport}
              fields={[
                {
                  name: 'reason',
                  label: t('allReason'),
                  isRequired: true,
                  hint: t('allReasonHint'),
                  isProse: true,
                  autoComplete: 'off',
                },
              ]}
              submit={t('allWith')}
              variant="risky"
            />
          )}
        </div>
      </div>
    </Block>
  );
}
