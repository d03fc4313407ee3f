import type { ArticleContent } from '#lib/articles/content.ts';
import { docMediaIds, docText } from '#lib/body/doc-text.ts';

/** A picture that goes takes as much with it as a paragraph. */
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
 * How much of a text is not in the next one, wherever it stood. What was moved is not lost; what was written
 * over is, even when the new text is as long as the old.
 */
export function lostWords(before: ArticleContent, after: ArticleContent): { lost: number; of: number } {
  const [words, pictures] = [wordsOf(before), picturesOf(before)];
  return {
    lost: missing(words, wordsOf(after)) + PICTURE * missing(pictures, picturesOf(after)),
    of: words.length + PICTURE * pictures.length,
  };
}
