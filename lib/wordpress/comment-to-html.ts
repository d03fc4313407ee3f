import { parseCommentText, type CommentPart } from '../comments/comment-text.ts';
import { escapeMarkup } from '#lib/text/escape-markup.ts';
import { commentFromHtml } from './comment-from-html.ts';

const writePart = (part: CommentPart): string => {
  switch (part.kind) {
    case 'text':
    case 'link':
      return escapeMarkup(part.text);
    case 'bold':
      return `<strong>${part.parts.map(writePart).join('')}</strong>`;
    case 'italic':
      return `<em>${part.parts.map(writePart).join('')}</em>`;
  }
};
const writeLines = (lines: CommentPart[][]) => lines.map((line) => line.map(writePart).join('')).join('\n');

/**
 * Converts our comment text to the format of WordPress: HTML with bare line breaks; WordPress links the URLs.
 * Text that would not convert back exactly (a lone mark, an odd quote) is exported as plain text.
 */
export function commentToHtml(text: string): string {
  const html = parseCommentText(text)
    .map((block) =>
      block.kind === 'paragraph'
        ? writeLines(block.lines)
        : `<blockquote>${block.paragraphs.map((paragraph) => writeLines(paragraph)).join('\n\n')}</blockquote>`,
    )
    .join('\n\n');
  return commentFromHtml(html) === text ? html : escapeMarkup(text);
}
