const MAX_LENGTH = 200;

type Described = {
  status: string;
  standfirst: string;
  bodyText: string;
  /** The notes on it, oldest first. */
  corrections: { kind: string; text: string }[];
};

/**
 * What feeds, link previews and search engines are told of an article: its standfirst, or its beginning, cut
 * after a whole word. Of a retracted one the notice, and nothing of what it said.
 */
export function describeArticle({ status, standfirst, bodyText, corrections }: Described): string {
  if (status === 'retracted') return corrections.findLast(({ kind }) => kind === 'retraction')?.text ?? '';
  if (standfirst) return standfirst;
  const text = bodyText.replace(/\s+/g, ' ').trim();
  if (text.length <= MAX_LENGTH) return text;
  return `${text.slice(0, MAX_LENGTH + 1).replace(/ [^ ]*$/, '')}…`;
}
