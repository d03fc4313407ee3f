import { directionIn, directionOf } from '#lib/arabic/text-direction.ts';
import type { Locale } from '#lib/locales.ts';
import { isInSerif, mixedText } from '#lib/text/mixed-text.ts';

/**
 * Somebody's name or words in a line of ours, which they must not move; they run as most of their letters do.
 */
export const Words = ({ of }: { of: string }) => (
  <bdi dir={directionOf(of)} className={isInSerif(of) ? 'font-serif' : undefined}>
    {of}
  </bdi>
);

/** The same of an article's headline, which is in the language of its edition, whatever names stand in it. */
export const Headline = ({ of, locale }: { of: string; locale: Locale }) => (
  <bdi dir={directionIn(of, locale === 'ar' ? 'rtl' : 'ltr')}>{mixedText(of, locale)}</bdi>
);
