import { useTranslations } from 'next-intl';
import type { StaffMember } from '#db/people/people.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { needsTwoSteps } from '#lib/people/can.ts';
import { showAddress } from '#lib/mail/show-address.ts';
import { Time } from '#components/ui/time.tsx';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import type { buttonStyle } from '#components/newsroom/ui/button.ts';
import type { FormAction } from '#components/newsroom/ui/form-state.ts';

type Acts = { change: FormAction; changeIdentity: FormAction; giveResetLink: FormAction };
type Props = {
  person: StaffMember;
  isSelf: boolean;
  roles: { value: string; label: string }[];
  dates: DateSettings;
  acts: Acts;
};
type Step = { step: 'endSessions' | 'reset' | 'disable' | 'enable'; variant: keyof typeof buttonStyle };

const hasTwoSteps = ({ twoStepOn, passkeys }: StaffMember) => twoStepOn || passkeys > 0;

/** Who it is, how they sign in, and when they last did. */
function PersonHead({ person, isSelf, roles, dates }: Omit<Props, 'acts'>) {
  const t = useTranslations('newsroom.people');
  const { id, name, email, role, disabledAt, signedInAt } = person;
  const guard = hasTwoSteps(person) ? 'guarded' : needsTwoSteps(role) ? 'guardMissing' : 'unguarded';
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={`person-${id}`} className="text-ui">
          <bdi>{name}</bdi>
          {isSelf && <span className="ms-3 text-caption font-medium text-leaf">{t('you')}</span>}
          {disabledAt && (
            <span className="ms-3 text-caption font-medium text-madder">
              {t('disabledSince')} <Time at={disabledAt} dates={dates} show="date" />
            </span>
          )}
        </h2>
        <p className="font-medium">{roles.find(({ value }) => value === role)?.label}</p>
      </div>
      <p className="wrap-anywhere text-ink-soft">
        <bdi dir="ltr">{showAddress(email)}</bdi>
      </p>
      <p className="text-caption text-ink-soft">
        <span className={{ guarded: 'text-leaf', guardMissing: 'text-amber', unguarded: '' }[guard]}>
          {t(guard)}
        </span>
        {' · '}
        {signedInAt
          ? t.rich('lastHere', { time: () => <Time at={signedInAt} dates={dates} /> })
          : t('neverHere')}
      </p>
      {isSelf && (
        <p className="text-caption">
          {t.rich('ownIdentity', {
            account: (chunks) => (
              <a href="/newsroom/account" className="text-sea underline">
                {chunks}
              </a>
            ),
          })}
        </p>
      )}
    </>
  );
}

function IdentityForm({
  person: { id, name, email },
  changeIdentity,
}: Pick<Props, 'person'> & Pick<Acts, 'changeIdentity'>) {
  const t = useTranslations('newsroom.people');
  return (
    <ActionForm
      folded={{ summary: t('identity'), lead: <p className="mb-3">{t('identityLead')}</p> }}
      action={changeIdentity}
      hidden={{ id }}
      fields={[
        {
          name: 'name',
          label: t('name'),
          isRequired: true,
          initial: name,
          isProse: true,
          autoComplete: 'off',
        },
        {
          name: 'email',
          label: t('email'),
          isRequired: true,
          initial: showAddress(email),
          type: 'email',
          inputMode: 'email',
          autoComplete: 'off',
        },
      ]}
      submit={t('identity')}
      variant="plain"
    />
  );
}

/** A staff member: how they sign in, when they last did, and the actions on the account. */
export function PersonCard({ person, isSelf, roles, dates, acts }: Props) {
  const t = useTranslations('newsroom.people');
  const { id, role, disabledAt } = person;
  const isGuarded = hasTwoSteps(person);
  const steps: Step[] = [
    ...(isSelf ? [] : [{ step: 'endSessions', variant: 'plain' } as const]),
    ...(isSelf || !isGuarded ? [] : [{ step: 'reset', variant: 'risky' } as const]),
    ...(isSelf
      ? []
      : [
          disabledAt
            ? ({ step: 'enable', variant: 'plain' } as const)
            : ({ step: 'disable', variant: 'risky' } as const),
        ]),
  ];
  return (
    <li aria-labelledby={`person-${id}`} className="border-b border-hairline py-4">
      <PersonHead {...{ person, isSelf, roles, dates }} />
      <div className="flex flex-wrap gap-x-6">
        <ActionForm
          folded={{ summary: t('changeRole') }}
          action={acts.change}
          hidden={{ id, step: 'role' }}
          fields={[{ name: 'role', label: t('role'), options: roles, initial: role, autoComplete: 'off' }]}
          submit={t('changeRole')}
          variant="plain"
        />
        {!isSelf && <IdentityForm person={person} changeIdentity={acts.changeIdentity} />}
        {!isSelf && !disabledAt && (
          <ActionForm
            folded={{ summary: t('resetLink'), lead: <p className="mb-3">{t('resetLinkLead')}</p> }}
            action={acts.giveResetLink}
            hidden={{ id }}
            fields={[]}
            submit={t('resetLink')}
            variant="plain"
          />
        )}
        {steps.map(({ step, variant }) => (
          <ActionForm
            key={step}
            folded={{ summary: t(`steps.${step}`), lead: <p className="mb-3">{t(`stepLeads.${step}`)}</p> }}
            action={acts.change}
            hidden={{ id, step }}
            fields={[]}
            submit={t(`steps.${step}`)}
            variant={variant}
          />
        ))}
      </div>
    </li>
  );
}
