import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import type { Person } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { submitEmail, submitName } from './identity-actions.ts';

/** A person's name, and the address they sign in with. */
export async function Identity({ person, email }: { person: Person; email: string }) {
  const t = await getTranslations('newsroom.account');
  const hint = t(env.smtpUrl ? 'newEmailMailed' : 'newEmailPlain');
  return (
    <Block title={t('identityTitle')} lead={t('identityLead')}>
      <div className="max-w-md space-y-6">
        <ActionForm
          action={submitName}
          fields={[
            {
              name: 'name',
              label: t('name'),
              isRequired: true,
              initial: person.name,
              isProse: true,
              autoComplete: 'name',
            },
          ]}
          submit={t('changeName')}
          variant="plain"
        />
        <ActionForm
          key={email}
          action={submitEmail}
          fields={[
            {
              name: 'email',
              label: t('newEmail'),
              isRequired: true,
              hint,
              type: 'email',
              inputMode: 'email',
              autoComplete: 'email',
            },
            {
              name: 'current',
              label: t('currentPassword'),
              isRequired: true,
              type: 'password',
              autoComplete: 'current-password',
            },
          ]}
          submit={t('changeEmail')}
          variant="plain"
        />
      </div>
    </Block>
  );
}
