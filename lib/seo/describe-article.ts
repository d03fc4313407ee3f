const MAX_LENGTH = 200;

type Described = {
  status: string;
  standfirst: string;
  bodyText: string;
  /** The notes on the article, oldest first. */
  corrections: { kind: string; text: string }[];
};

/**
 * The description of an article for feeds, link previews and search engines: its standfirst, or its
 * beginning, cut after a whole word. For a retracted article it is the notice, without any of its text.
 */
export function describeArticle({ status, standfirst, bodyText, corrections }: Described): string {
  if (status === 'retracted') return corrections.findLast(({ kind }) => kind === 'retraction')?.text ?? '';
  if (standfirst) return standfirst;
  const text = bodyText.replace(/\s+/g, ' ').trim();
  if (text.length <= MAX_LENGTH) return text;
  return `${text.slice(0, MAX_LENGTH + 1).replace(/ [^ ]*$/, '')}…`;
}
