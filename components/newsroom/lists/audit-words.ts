import { useTranslations } from 'next-intl';
import { BESIDE, parsePlace } from '#lib/articles/front-places.ts';

/** The log uses the field names of the forms. */
const FIELD_WORDS = ['audit.fields.{}', 'site.fields.{}', 'settings.{}.label', 'writing.fields.{}'];

/** The words for an act; an act without words is shown by its key. */
export function useActionWords() {
  const t = useTranslations('newsroom');
  const say = (keys: string[], otherwise: string) => {
    const known = keys.find((key) => t.has(key as never));
    return known ? t(known as never) : otherwise;
  };
  return {
    action: (action: string) => say([`audit.actions.${action}`], action),
    noun: (noun: string) => say([`audit.nouns.${noun}`], noun),
    value: (field: string, value: string) => say([`audit.values.${field}.${value}`], value),
    /**
     * A place of the front page. A section's block is shown without the section's name, because the log
     * stores no names.
     */
    place(key: string, nth: (place: number) => string) {
      const place = parsePlace(key);
      if (!place) return key;
      if (place.slot === 'lead') return t('front.places.lead');
      if (place.slot === 'section')
        return t('front.places.section', {
          section: t('audit.fields.sectionId'),
          n: nth(place.position + 1),
        });
      return place.position < BESIDE
        ? t('front.places.beside', { n: nth(place.position + 1) })
        : t('front.places.row', { n: nth(place.position - BESIDE + 1) });
    },
    field: (field: string) =>
      say(
        FIELD_WORDS.map((key) => key.replace('{}', field)),
        field,
      ),
  };
}
