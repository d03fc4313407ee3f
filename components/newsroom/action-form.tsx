import { useTranslations } from 'next-intl';
import { SentForm, type SentFormProps } from './sent-form.tsx';

/** A form of the newsroom, with the words that its faults begin with. */
export function ActionForm(props: Omit<SentFormProps, 'faultsTitle'>) {
  return <SentForm {...props} faultsTitle={useTranslations('newsroom.form')('faults')} />;
}
