/**
 * Finds words that have nothing between them without style sheets (in w3m, in links, in copied text): items
 * of a row whose gap is made by CSS alone. Runs in the page.
 */
export function findRunTogether(): string[] {
  const BLOCKS = new Set([
    'ADDRESS',
    'ARTICLE',
    'ASIDE',
    'BLOCKQUOTE',
    'BODY',
    'BR',
    'DD',
    'DETAILS',
    'DIALOG',
    'DIV',
    'DL',
    'DT',
    'FIELDSET',
    'FIGCAPTION',
    'FIGURE',
    'FOOTER',
    'FORM',
    'H1',
    'H2',
    'H3',
    'HEADER',
    'HR',
    'IMG',
    'INPUT',
    'LEGEND',
    'LI',
    'MAIN',
    'NAV',
    'OL',
    'OPTION',
    'P',
    'PRE',
    'SECTION',
    'SELECT',
    'SUMMARY',
    'TABLE',
    'TD',
    'TEXTAREA',
    'TH',
    'TR',
    'UL',
  ]);
  /** Elements inside a word or a line: their text belongs to the text beside it. */
  const PARTS = new Set(['B', 'BDI', 'EM', 'I', 'MARK', 'S', 'STRONG', 'SUB', 'SUP', 'WBR']);
  /** «و», «بـ» and similar letters are joined to the word after them. */
  const isJoined = (left: string) => /(?:^|[^\p{L}\p{M}])[وفبلك]$|ـ$/u.test(left);
  const found: string[] = [];
  let left = '';
  let from: Element | null = null;
  const walk = (element: Element) => {
    if (element.matches('script, style, template, svg, noscript, [hidden], [aria-hidden=true]')) return;
    const isBlock = BLOCKS.has(element.tagName);
    if (isBlock) left = '';
    for (const node of element.childNodes) {
      if (node instanceof Element) walk(node);
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent) continue;
      const text = node.textContent;
      const isPart =
        from &&
        (PARTS.has(from.tagName) ||
          PARTS.has(element.tagName) ||
          from.className === 'font-serif' ||
          element.className === 'font-serif');
      if (
        left &&
        from !== element &&
        !isPart &&
        /[\p{L}\p{N}]$/u.test(left) &&
        /^[\p{L}\p{N}]/u.test(text) &&
        !isJoined(left)
      ) {
        found.push(`${left.slice(-20)}|${text.slice(0, 20)}`);
      }
      left = text.trim() || /\s/.test(text) ? text : left + text;
      from = element;
    }
    if (isBlock) left = '';
  };
  walk(document.body);
  return found;
}
