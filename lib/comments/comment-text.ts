/** What a line of a comment is made of: words, and addresses that were written out. */
export type CommentPart = { text: string; href?: string };

const ADDRESS = /https?:\/\/[^\s<>"'«»“”]+/g;
/** Signs that close a sentence are not part of the address before them. */
const TRAILING = /[.,،؛;:!?؟)\]]+$/;

function safeUrl(text: string): string | null {
  try {
    const url = new URL(text);
    return (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password ? url.href : null;
  } catch {
    return null;
  }
}

function parseLine(line: string): CommentPart[] {
  const parts: CommentPart[] = [];
  let end = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const text = match[0].replace(TRAILING, '');
    const href = safeUrl(text);
    if (!href) continue;
    if (match.index > end) parts.push({ text: line.slice(end, match.index) });
    parts.push({ text, href });
    end = match.index + text.length;
  }
  if (end < line.length) parts.push({ text: line.slice(end) });
  return parts;
}

/** Plain text as paragraphs of lines of parts; never HTML. */
export const parseCommentText = (text: string): CommentPart[][][] =>
  text.split(/\n{2,}/).filter(Boolean).map((paragraph) => paragraph.split('\n').map(parseLine));
