import { formatDay, type DateSettings } from '#lib/arabic/dates.ts';
import { escapeMarkup } from '#lib/text/escape-markup.ts';

type Note<Kind> = { kind: Kind; text: string; publishedAt: Date };

/** The notes on an article as they stand under its text in a feed, with their days as its page says them. */
export const correctionsHtml = <Kind>(
  notes: Note<Kind>[],
  kinds: (kind: Kind) => string,
  dates: DateSettings,
): string =>
  notes
    .map(
      ({ kind, text, publishedAt }) =>
        `<p><strong>${escapeMarkup(`${kinds(kind)} · ${formatDay(publishedAt, dates)}`)}</strong><br>${escapeMarkup(text)}</p>`,
    )
    .join('');
