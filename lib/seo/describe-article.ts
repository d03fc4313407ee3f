const MAX_LENGTH = 200;

/** What an article says of itself in feeds and link previews: its standfirst, or its beginning, cut after a whole word. */
export function describeArticle({ standfirst, bodyText }: { standfirst: string; bodyText: string }): string {
  if (standfirst) return standfirst;
  const text = bodyText.replace(/\s+/g, ' ').trim();
  if (text.length <= MAX_LENGTH) return text;
  return `${text.slice(0, MAX_LENGTH + 1).replace(/ [^ ]*$/, '')}…`;
}
