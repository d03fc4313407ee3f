import { styleOf } from './paste-style.ts';

/**
 * Scripts, forms and graphics, and text that change tracking marks as deleted. Struck text is `<s>`: the
 * author meant it.
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
 * Class names of deleted text and colleagues' comments in Word, Word for the web, Google Docs and
 * LibreOffice: comments with their anchors, deletions and the old position of moved text.
 */
const INTERNAL =
  /(?:^|\s)(?:mso(?:Del|MoveFrom)|MsoComment|MsoAnnotation|msocom|TrackChange(?:Text)?Deletion|CommentAnchor|annotation_style|docs-comment|comment-(?:anchor|reference|thread))|suggest(?:ion|ed)?-?(?:delet|remov)/i;
/** Parts that Word puts beside the text: comments, page headers and footers. Footnotes belong to the text. */
const PARTS = /^(?:comment|comment-list|header|footer|even-header|even-footer|first-header|first-footer)$/;
/** The anchor of a comment and the link back from it: in Word, and in HTML from Docs. */
const COMMENT_ADDRESS = /#(?:_msocom_|_msoanchor_|cmnt)/i;
const COMMENT_ID = /^(?:_anchor_\d|_com_\d|_msocom|cmnt)/i;
/** «[E1]», «[سم2]»: the initials of the commenter and a number. */
const ANCHOR = /^\s*\[\p{L}{1,5}\d{1,4}\]\s*$/u;

/** In HTML from Docs each comment is in a `<div>` at the end. */
const isDocsComment = (element: Element) =>
  element.tagName === 'DIV' &&
  /^p$/i.test(element.firstElementChild?.tagName ?? '') &&
  /^cmnt\d/.test(element.querySelector(':scope > p > a[id]')?.id ?? '');

/** Whether an element is dropped with all its content. */
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
  // Word marks the commented text, which stays, and in some versions also the anchor itself.
  return style['mso-comment-reference'] !== undefined && ANCHOR.test(element.textContent ?? '');
}
