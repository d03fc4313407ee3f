import { directionIn, directionOf } from '#lib/arabic/text-direction.ts';
import { dirOf, type Locale } from '#lib/locales.ts';
import { isInSerif, mixedText } from '#lib/text/mixed-text.ts';

/**
 * A person's name or text within our own line. It is isolated, so that it does not reorder the line;
 * `directionOf` chooses its direction.
 */
export const Words = ({ of }: { of: string }) => (
  <bdi dir={directionOf(of)} className={isInSerif(of) ? 'font-serif' : undefined}>
    {of}
  </bdi>
);

/** The same for a headline: it has the direction of its edition's language, whatever names it contains. */
export const Headline = ({ of, locale }: { of: string; locale: Locale }) => (
  <bdi dir={directionIn(of, dirOf(locale))}>{mixedText(of, locale)}</bdi>
);
