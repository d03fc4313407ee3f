import { useTranslations } from 'next-intl';
import type { PasskeyRow } from '#db/people/passkeys.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { Time } from '#components/ui/time.tsx';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import type { FormAction } from '#components/newsroom/ui/form-state.ts';

type Props = { keys: PasskeyRow[]; dates: DateSettings; change: FormAction };

export function PasskeyList({ keys, dates, change }: Props) {
  const t = useTranslations('newsroom.passkeys');
  return (
    <ul className="mb-6 border-t border-hairline">
      {keys.map(({ id, name, createdAt, backedUp }) => (
        <li key={id} className="border-b border-hairline py-3">
          <p>
            <bdi className="font-medium">{name ?? t('unnamed')}</bdi>
            {backedUp && <span className="ms-3 text-caption text-ink-soft">{t('synced')}</span>}
          </p>
          {createdAt && (
            <p className="text-caption text-ink-soft">
              <Time at={createdAt} dates={dates} />
            </p>
          )}
          <div className="flex flex-wrap gap-x-6">
            <ActionForm
              folded={{ summary: t('rename') }}
              action={change}
              hidden={{ id, step: 'rename' }}
              fields={[
                {
                  name: 'name',
                  label: t('name'),
                  isRequired: true,
                  isProse: true,
                  autoComplete: 'off',
                  initial: name ?? '',
                },
              ]}
              submit={t('rename')}
              variant="plain"
            />
            <ActionForm
              folded={{ summary: t('remove'), lead: <p className="mb-3">{t('removeLead')}</p> }}
              action={change}
              hidden={{ id, step: 'remove' }}
              fields={[]}
              submit={t('remove')}
              variant="risky"
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
