import { useTranslations } from 'next-intl';

/** Where a form's script says that nothing was sent; empty without one. */
export function SendFaults() {
  const t = useTranslations('comments.sending');
  return (
    <p
      role="alert"
      data-said=""
      data-offline={t('offline')}
      data-failed={t('failed')}
      className="send-faults text-meta font-bold text-madder"
    />
  );
}
