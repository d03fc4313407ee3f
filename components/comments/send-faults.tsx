import { useTranslations } from 'next-intl';

/** The element in which a script reports that a form was not sent. Empty without JavaScript. */
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
