import type { ArticleContent } from '#lib/articles/content.ts';
import { docMediaIds, docText } from '#lib/body/doc-text.ts';

/** The weight of a removed picture: about that of a paragraph. */
const PICTURE = 30;

const LINES = ['label', 'headline', 'standfirst', 'commentsQuestion', 'seoTitle', 'seoDescription'] as const;

const wordsOf = (content: ArticleContent): string[] =>
  [...LINES.map((name) => content[name]), content.lead.caption, docText(content.body)]
    .join('\n')
    .split(/\s+/)
    .filter(Boolean);

const picturesOf = ({ body, lead }: ArticleContent): string[] => [
  ...docMediaIds(body),
  ...(lead.mediaId ? [lead.mediaId] : []),
];

function missing(before: string[], after: string[]): number {
  const left = new Map<string, number>();
  for (const word of after) left.set(word, (left.get(word) ?? 0) + 1);
  return before.filter((word) => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    return count === 0;
  }).length;
}

/**
 * How many words of a text are missing from the next version. Moved text is not lost; overwritten text is,
 * even if the new text is as long.
 */
export function lostWords(before: ArticleContent, after: ArticleContent): { lost: number; of: number } {
  const [words, pictures] = [wordsOf(before), picturesOf(before)];
  return {
    lost: missing(words, wordsOf(after)) + PICTURE * missing(pictures, picturesOf(after)),
    of: words.length + PICTURE * pictures.length,
  };
}
