import { useTranslations } from 'next-intl';
import type { FieldProps } from '#components/newsroom/ui/field.tsx';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { localDateTime } from '#lib/arabic/local-time.ts';

/** The fields of the acts on an article. */
export function useActFields(dates: DateSettings) {
  const t = useTranslations('newsroom.writing.publishing');
  const time = (initial: Date): FieldProps => ({
    name: 'at',
    label: t('at'),
    isRequired: true,
    type: 'datetime-local',
    hint: t('atHint', { zone: dates.timeZone }),
    initial: localDateTime(initial, dates.timeZone),
    autoComplete: 'off',
  });
  const text = (hint: string): FieldProps => ({
    name: 'text',
    label: t('text'),
    rows: 3,
    hint,
    isProse: true,
    autoComplete: 'off',
  });
  /** The kind of note under the article. A change that is not public yet may go without one. */
  const kinds = (isAhead: boolean): FieldProps => ({
    name: 'kind',
    label: t('kind'),
    hint: t('kindHint'),
    autoComplete: 'off',
    initial: isAhead ? 'none' : 'correction',
    options: [
      ...(isAhead ? ['none' as const] : []),
      'correction' as const,
      'clarification' as const,
      'update' as const,
    ].map((value) => ({ value, label: t(`kinds.${value}`) })),
  });
  /** What becomes of the notice of a retraction when the article is published again. */
  const fates = (): FieldProps => ({
    name: 'fate',
    label: t('fate'),
    hint: t('fateHint'),
    autoComplete: 'off',
    initial: '',
    options: [
      { value: '', label: t('fateChoose') },
      ...(['keep', 'remove', 'replace'] as const).map((value) => ({ value, label: t(`fates.${value}`) })),
    ],
  });
  return { time, text, kinds, fates };
}
