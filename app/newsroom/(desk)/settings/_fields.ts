import { getLocale, getTranslations } from 'next-intl/server';
import type { FieldProps } from '#components/newsroom/ui/field.tsx';
import type { Settings } from '#db/paper/settings.ts';
import { COUNTRIES } from '#db/paper/site-settings.ts';
import { ACCENTS } from '#lib/text/accents.ts';
import { isolate } from '#lib/arabic/bidi.ts';
import { listZones } from '#lib/time-zones.ts';
import { getPickerWords } from '../../_media-words.ts';
import { editions } from '#lib/locales.ts';

const PROSE = new Set(['siteNameAr', 'taglineAr', 'contactAddressAr']);
const LINES = [...editions.columnsOf('siteName'), ...editions.columnsOf('tagline')];
const CONTACTS = ['contactEmail', 'contactPhone', ...editions.columnsOf('contactAddress')] as const;

/** Each country's name with the current month as it is written there; the country decides nothing else. */
function countryOptions(locale: string, { timeZone }: Settings, now: Date) {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return COUNTRIES.map((value) => {
    const month = new Intl.DateTimeFormat(value, { month: 'long', timeZone }).format(now);
    return { value, label: `${names.of(value.slice(3))} · ${isolate(month)}` };
  });
}

export async function siteFields(settings: Settings, now: Date): Promise<FieldProps[]> {
  const [t, locale, picker] = await Promise.all([
    getTranslations('newsroom.site'),
    getLocale(),
    getPickerWords(),
  ]);
  const line = (name: (typeof LINES)[number] | (typeof CONTACTS)[number]): FieldProps => ({
    name,
    label: t(`fields.${name}`),
    isProse: PROSE.has(name),
    autoComplete: 'off',
    initial: settings[name],
    ...(name === 'contactEmail' && { inputMode: 'email' as const }),
  });
  const choice = <T extends string>(
    name: 'accent' | 'digits' | 'hijri' | 'hijriOffset',
    values: readonly T[],
    initial: string,
  ): FieldProps => ({
    name,
    label: t(`fields.${name}`),
    autoComplete: 'off',
    initial,
    options: values.map((value) => ({ value, label: t(`${name}s.${value}` as 'accents.madder') })),
  });
  const zones = listZones(locale, now).map(({ value, label, group }) => ({
    value,
    label,
    group: t(`zones.${group}`),
  }));
  return [
    ...LINES.map(line),
    {
      name: 'logoMediaId',
      label: t('fields.logoMediaId'),
      hint: t('hints.logoMediaId'),
      picker,
      autoComplete: 'off',
      initial: settings.logoMediaId,
    },
    choice('accent', ACCENTS, settings.accent),
    ...CONTACTS.map(line),
    {
      name: 'formatLocale',
      label: t('fields.formatLocale'),
      hint: t('hints.formatLocale'),
      autoComplete: 'off',
      initial: settings.formatLocale,
      options: countryOptions(locale, settings, now),
    },
    choice('digits', ['latn', 'arab'], settings.digits),
    {
      name: 'timeZone',
      label: t('fields.timeZone'),
      hint: t('hints.timeZone'),
      autoComplete: 'off',
      initial: settings.timeZone,
      options: zones,
    },
    choice('hijri', ['on', 'off'], settings.hijri ? 'on' : 'off'),
    choice('hijriOffset', ['-1', '0', '1'], String(settings.hijriOffset)),
  ];
}
