import { useTranslations } from 'next-intl';
import { buttonStyle } from './button.ts';
import { SafeForm } from './safe-form.tsx';

type Props = {
  action: (form: FormData) => Promise<void>;
  hidden: Record<string, string>;
  /** Opens the confirmation. */
  label: string;
  /** What is removed: a name, or an address. */
  name: string;
  isAddress?: boolean;
  variant?: 'risky' | 'riskyText';
};

/**
 * Deletes permanently something that is stored nowhere else, so it first asks for confirmation: inline,
 * without a script.
 */
export function RemoveForm({ action, hidden, label, name, isAddress = false, variant = 'riskyText' }: Props) {
  const t = useTranslations('newsroom.form');
  const named = <bdi {...(isAddress && { dir: 'ltr' })}>{name}</bdi>;
  return (
    <details className="open:w-full">
      <summary className={`${buttonStyle[variant]} cursor-pointer`}>
        {label}
        {variant === 'riskyText' && <span className="sr-only"> {named}</span>}
      </summary>
      <SafeForm action={action} className="mt-2 mb-3 space-y-3 border-s-4 border-madder ps-4">
        {Object.entries(hidden).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <p>{t('removeLead')}</p>
        <button className={`${buttonStyle.risky} wrap-anywhere`}>
          <span>{t.rich('removeYes', { name: () => named })}</span>
        </button>
      </SafeForm>
    </details>
  );
}
