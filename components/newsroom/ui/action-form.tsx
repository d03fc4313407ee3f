import { useTranslations } from 'next-intl';
import { newFormId } from './form-id.ts';
import { SentForm, type SentFormProps } from './sent-form.tsx';

/**
 * A form of the newsroom, with the words for its fault summary, its required fields and the link that it
 * hands out.
 */
export function ActionForm(
  props: Omit<SentFormProps, 'formId' | 'faultsTitle' | 'linkWords' | 'requiredLegend'>,
) {
  const t = useTranslations('newsroom.form');
  return (
    <SentForm
      {...props}
      {...(props.keep && { formId: newFormId() })}
      faultsTitle={t('faults')}
      requiredLegend={t('required')}
      linkWords={{ label: t('link'), copy: t('copy'), copied: t('copied') }}
    />
  );
}
