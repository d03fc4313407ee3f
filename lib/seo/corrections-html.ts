import { formatDay, type DateSettings } from '#lib/arabic/dates.ts';
import { escapeMarkup } from '#lib/text/escape-markup.ts';

type Note<Kind> = { kind: Kind; text: string; publishedAt: Date };

/** The notes under an article's text in a feed, with the same dates as on its page. */
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
