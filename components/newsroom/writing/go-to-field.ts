import { useEffect } from 'react';
import { fieldAnchor } from './article-field.tsx';

const BODY = fieldAnchor('body');
const FOCUSABLE = 'input:not([type=hidden]):not([disabled]), textarea, select, button';

function show(target: Element, toFocus: HTMLElement | null) {
  for (let group = target.closest('details'); group; group = group.parentElement?.closest('details') ?? null)
    group.open = true;
  toFocus?.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center' });
}

/** The block of the body at this index, once the editor has rendered; undefined until then. */
function findBlock(place: number): { block: Element; editor: HTMLElement } | undefined {
  const editor = document.querySelector<HTMLElement>(`#${BODY} [role=textbox]`);
  return editor ? { block: editor.children[place] ?? editor, editor } : undefined;
}

/**
 * Opens and focuses the field that the URL's hash names: `#field-lead.credit`, or `#field-body.3` for a block
 * of the body.
 */
export function useGoToField(isReady: boolean) {
  useEffect(() => {
    const anchor = location.hash.slice(1);
    if (!isReady || !anchor.startsWith(fieldAnchor(''))) return;
    if (anchor !== BODY && !anchor.startsWith(`${BODY}.`)) {
      const target = document.getElementById(anchor);
      if (target) show(target, target.querySelector<HTMLElement>(FOCUSABLE));
      return;
    }
    const place = Number(anchor.slice(BODY.length + 1) || 0);
    const go = () => {
      const found = findBlock(place);
      if (found) show(found.block, found.editor);
      return found !== undefined;
    };
    if (go()) return;
    // The editor is a separate chunk that loads later.
    const observer = new MutationObserver(() => go() && observer.disconnect());
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [isReady]);
}
