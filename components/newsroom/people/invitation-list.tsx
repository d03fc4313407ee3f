import { useTranslations } from 'next-intl';
import type { OpenInvitation } from '#db/people/staff.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { showAddress } from '#lib/mail/show-address.ts';
import { Time } from '#components/ui/time.tsx';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import type { FormAction } from '#components/newsroom/ui/form-state.ts';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';

type Props = {
  invitations: OpenInvitation[];
  now: Date;
  dates: DateSettings;
  renew: FormAction;
  revoke: (form: FormData) => Promise<void>;
};

/** Invitation links that were handed out and not used. */
export function InvitationList({ invitations, now, dates, renew, revoke }: Props) {
  const t = useTranslations('newsroom.people');
  const roles = useTranslations('newsroom.roles');
  return (
    <ul className="border-t border-hairline">
      {invitations.map(({ id, name, email, role, expiresAt }) => (
        <li key={id} className="border-b border-hairline py-3">
          <p>
            <bdi className="font-medium">{name}</bdi> · {roles(role)}
          </p>
          <p className="wrap-anywhere text-ink-soft">
            <bdi dir="ltr">{showAddress(email)}</bdi>
          </p>
          <p className={`text-caption ${expiresAt > now ? 'text-ink-soft' : 'text-amber'}`}>
            {t.rich(expiresAt > now ? 'expires' : 'expired', {
              time: () => <Time at={expiresAt} dates={dates} />,
            })}
          </p>
          <div className="mt-2 flex flex-wrap items-start gap-3">
            <ActionForm action={renew} hidden={{ id }} fields={[]} submit={t('renew')} variant="plain" />
            <SafeForm action={revoke}>
              <button name="id" value={id} className={buttonStyle.risky}>
                {t('revoke')}
              </button>
            </SafeForm>
          </div>
        </li>
      ))}
    </ul>
  );
}
