import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { BulkChoice } from './bulk-choice.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';

type Props = {
  back: string;
  shown: number;
  dates: DateSettings;
  choices: { to: string; label: string; variant: keyof typeof buttonStyle }[];
  decide: (form: FormData) => Promise<void>;
};

/**
 * One decision on all ticked cards. The ticks on the cards belong to this form, and it shows once there is
 * one.
 */
export function BulkBar({ back, shown, dates, choices, decide }: Props) {
  const t = useTranslations('newsroom.queue');
  const chosen = Array.from({ length: shown + 1 }, (_, count) =>
    t('bulkChosen', { count, n: formatNumber(count, dates) }),
  );
  return (
    <SafeForm
      id="bulk"
      action={decide}
      aria-label={t('bulk')}
      className="sticky bottom-0 z-10 hidden flex-wrap items-center gap-2 border-t border-hairline bg-sheet px-4 py-3 group-has-[[name=pick]:checked]/queue:flex"
    >
      <input type="hidden" name="back" value={back} />
      <BulkChoice words={{ all: t('bulkAll'), none: t('bulkNone'), chosen }} />
      {choices.map(({ to, label, variant }) => (
        <button key={to} name="to" value={to} className={`${buttonStyle[variant]} max-sm:px-3`}>
          {label}
        </button>
      ))}
    </SafeForm>
  );
}
