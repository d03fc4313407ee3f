import { useTranslations } from 'next-intl';

/** An act in words; one that has none yet is shown by its key. */
export function useActionWords() {
  const t = useTranslations('newsroom.audit');
  const say = (key: string, otherwise: string) => (t.has(key as never) ? t(key as never) : otherwise);
  return {
    action: (action: string) => say(`actions.${action}`, action),
    noun: (noun: string) => say(`nouns.${noun}`, noun),
    value: (field: string, value: string) => say(`values.${field}.${value}`, value),
    field: (field: string) => say(`fields.${field}`, field),
  };
}
