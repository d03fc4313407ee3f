import { styleOf } from './paste-style.ts';

/**
 * Programs, forms and drawings; and what a tracker of changes calls deleted. Struck words are `<s>`: they
 * were meant.
 */
const GONE = new Set([
  'SCRIPT',
  'STYLE',
  'META',
  'LINK',
  'TITLE',
  'HEAD',
  'NOSCRIPT',
  'TEMPLATE',
  'OBJECT',
  'EMBED',
  'SVG',
  'CANVAS',
  'BUTTON',
  'INPUT',
  'SELECT',
  'TEXTAREA',
  'AUDIO',
  'VIDEO',
  'MAP',
  'DIALOG',
  'NAV',
  'XML',
  'DEL',
  'W:DEL',
  'W:MOVEFROM',
]);

/**
 * Deleted words and colleagues' comments, by the names that Word, Word in a browser, Google Docs and
 * LibreOffice give them: comments with their anchors, deletions and the old place of what was moved.
 */
const INTERNAL =
  /(?:^|\s)(?:mso(?:Del|MoveFrom)|MsoComment|MsoAnnotation|msocom|TrackChange(?:Text)?Deletion|CommentAnchor|annotation_style|docs-comment|comment-(?:anchor|reference|thread))|suggest(?:ion|ed)?-?(?:delet|remov)/i;
/**
 * Parts that Word puts beside the text: comments, heads and feet of pages. Notes at the foot belong to the
 * text.
 */
const PARTS = /^(?:comment|comment-list|header|footer|even-header|even-footer|first-header|first-footer)$/;
/** Where a comment hangs, and the way back from it: in Word, and in a page that Docs has written. */
const COMMENT_ADDRESS = /#(?:_msocom_|_msoanchor_|cmnt)/i;
const COMMENT_ID = /^(?:_anchor_\d|_com_\d|_msocom|cmnt)/i;
/** «[E1]», «[سم2]»: the initials of who commented, and a number. */
const ANCHOR = /^\s*\[\p{L}{1,5}\d{1,4}\]\s*$/u;

/** A comment in a page that Docs has written stands in a box of its own, below everything. */
const isDocsComment = (element: Element) =>
  element.tagName === 'DIV' &&
  /^p$/i.test(element.firstElementChild?.tagName ?? '') &&
  /^cmnt\d/.test(element.querySelector(':scope > p > a[id]')?.id ?? '');

/** Whether nothing of an element comes into the story. */
export function isGone(element: Element): boolean {
  const style = styleOf(element);
  if (GONE.has(element.tagName.toUpperCase()) || element.hasAttribute('hidden')) return true;
  if (
    style.display === 'none' ||
    style.visibility === 'hidden' ||
    style['mso-hide'] === 'all' ||
    style['mso-list']?.toLowerCase() === 'ignore'
  )
    return true;
  if (
    INTERNAL.test(element.getAttribute('class') ?? '') ||
    PARTS.test(style['mso-element'] ?? '') ||
    style['mso-special-character']?.includes('comment')
  )
    return true;
  if (
    COMMENT_ADDRESS.test(element.getAttribute('href') ?? '') ||
    COMMENT_ID.test(element.id) ||
    isDocsComment(element)
  )
    return true;
  // Word marks the words that were commented on, which stay, and in some versions the anchor itself.
  return style['mso-comment-reference'] !== undefined && ANCHOR.test(element.textContent ?? '');
}
