import { useTranslations } from 'next-intl';
import { mostUnits } from '#lib/arabic/count-characters.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';

type Choice = { href: string; label: string; isCurrent: boolean };
type Props = {
  orders: Choice[];
  hidden: Choice;
  compact: Choice;
  back: string;
  text: string;
  search: (form: FormData) => Promise<void>;
};

/**
 * Order, search and the hidden characters. The search is a POST, not in the URL: the text may be a person's
 * email address.
 */
export function QueueFilters({ orders, hidden, compact, back, text, search }: Props) {
  const t = useTranslations('newsroom.queue');
  const link =
    'inline-flex min-h-11 items-center text-sea hover:underline aria-[current]:font-bold aria-[current]:text-ink';
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <SafeForm action={search} role="search" className="flex grow gap-2 sm:max-w-md">
        <input type="hidden" name="back" value={back} />
        <input
          name="q"
          type="search"
          aria-label={t('searchLabel')}
          placeholder={t('searchLabel')}
          defaultValue={text}
          maxLength={mostUnits(254)}
          dir="auto"
          autoComplete="off"
          className="min-h-11 w-full min-w-0 rounded-paper border border-field bg-paper px-3 placeholder:text-ink-soft placeholder-shown:text-start"
        />
        <button className={buttonStyle.plain}>{t('search')}</button>
      </SafeForm>
      <nav aria-label={t('order')} className="flex flex-wrap gap-x-4">
        {orders.map(({ href, label, isCurrent }) => (
          <a key={href} href={href} {...(isCurrent && { 'aria-current': 'true' as const })} className={link}>
            {label}
          </a>
        ))}
        <a href={hidden.href} className={link}>
          {hidden.label}
        </a>
        <a href={compact.href} className={link}>
          {compact.label}
        </a>
      </nav>
    </div>
  );
}
