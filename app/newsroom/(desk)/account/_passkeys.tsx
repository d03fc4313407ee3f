import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import { PasskeyAdd } from '#components/newsroom/people/passkey-add.tsx';
import { PasskeyList } from '#components/newsroom/people/passkey-list.tsx';
import { listPasskeys } from '#db/people/passkeys.ts';
import { describeUserAgent } from '#lib/people/user-agent.ts';
import { getDates } from '../../_dates.ts';
import { changePasskey } from './actions.ts';

/** Passkeys, which replace both sign-in steps. Adding one needs scripts; naming and removing one does not. */
export async function Passkeys({ userId }: { userId: string }) {
  const [t, form, account, keys, dates, sent] = await Promise.all([
    getTranslations('newsroom.passkeys'),
    getTranslations('newsroom.form'),
    getTranslations('newsroom.account'),
    listPasskeys(userId),
    getDates(),
    headers(),
  ]);
  const device = describeUserAgent(sent.get('user-agent'));
  return (
    <Block title={t('title')} lead={t('lead')}>
      {keys.length > 0 && <PasskeyList keys={keys} dates={dates} change={changePasskey} />}
      <PasskeyAdd
        suggestion={device ? account('device', device) : ''}
        words={{
          required: form('required'),
          name: t('name'),
          hint: t('nameHint'),
          submit: t('add'),
          added: t('added'),
          cancelled: t('cancelled'),
          failed: t('failed'),
          unknown: t('unknown'),
        }}
      />
    </Block>
  );
}
