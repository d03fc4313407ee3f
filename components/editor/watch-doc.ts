import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { countCharacters } from '#lib/arabic/count-characters.ts';
import { countWords } from '#lib/arabic/words.ts';
import { readingMinutes } from '#lib/arabic/reading-time.ts';
import type { Block, Doc } from '#lib/body/doc.ts';
import { docText } from '#lib/body/doc-text.ts';
import { docOf, toBlocks, type EditorNode } from '#lib/body/from-editor.ts';
import type { Direction } from '#lib/body/paste-direction.ts';
import { TELL_NOW } from '#components/newsroom/ui/form-words.ts';

export type DocStats = { words: number; characters: number; minutes: number };
type Part = { blocks: Block[]; words: number; characters: number };

const PAUSE_MS = 250;
/** The longest wait for a report while the person types on. */
const AT_LATEST_MS = 2000;

function makePart(node: Node, direction: Direction): Part {
  const blocks = toBlocks(node.toJSON() as EditorNode, direction);
  const text = docText({ type: 'doc', v: 2, content: blocks });
  return { blocks, words: countWords(text), characters: countCharacters(text.replaceAll('\n', '')) };
}

/**
 * Reports a changed body, soon after a change and when the browser is idle. A block is read again only when
 * it changed: a key in an article of 5,000 words costs what its paragraph costs. `isGiven` marks a body that
 * was not typed. The returned function stops it, and first reports what is pending.
 */
export function watchDoc(
  editor: Editor,
  direction: Direction,
  say: (doc: Doc, stats: DocStats, isGiven: boolean) => void,
): () => void {
  const parts = new WeakMap<Node, Part>();
  let said: Block[] | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  let since: number | undefined;

  function read() {
    const blocks: Block[] = [];
    let [words, characters] = [0, 0];
    editor.state.doc.forEach((node) => {
      const part = parts.get(node) ?? makePart(node, direction);
      parts.set(node, part);
      blocks.push(...part.blocks);
      words += part.words;
      characters += part.characters;
    });
    return { doc: docOf(blocks), stats: { words, characters, minutes: readingMinutes(words) } };
  }
  function clear() {
    clearTimeout(timer);
    if (idle !== undefined) window.cancelIdleCallback?.(idle);
    timer = idle = since = undefined;
  }
  function flush() {
    clear();
    const { doc, stats } = read();
    const isSame =
      said?.length === doc.content.length && said.every((block, at) => block === doc.content[at]);
    if (isSame) return;
    const isGiven = said === undefined;
    said = doc.content;
    say(doc, stats, isGiven);
  }
  function soon() {
    timer = undefined;
    if (window.requestIdleCallback) idle = window.requestIdleCallback(flush, { timeout: 1000 });
    else flush();
  }
  function onUpdate() {
    since ??= Date.now();
    if (idle !== undefined || (timer && Date.now() - since > AT_LATEST_MS)) return;
    clearTimeout(timer);
    timer = setTimeout(soon, PAUSE_MS);
  }
  const isWaiting = () => timer !== undefined || idle !== undefined;
  const flushWaiting = () => isWaiting() && flush();
  /** A save by key includes the text as it is now. */
  const onKey = (event: KeyboardEvent) =>
    event.code === 'KeyS' && (event.ctrlKey || event.metaKey) && flushWaiting();
  const onHide = () => document.hidden && flushWaiting();

  /** Reports a body that was put in as given: it was not typed. */
  function onPut() {
    clear();
    const { doc, stats } = read();
    said = doc.content;
    say(doc, stats, true);
  }

  editor.on('update', onUpdate).on('put', onPut);
  // A field inside a block fires no blur on the editor.
  window.addEventListener('focusout', flushWaiting);
  window.addEventListener('keydown', onKey, true);
  // Captured, to run before the handlers that keep or send typed text as the page unloads: they were added
  // before the editor existed.
  document.addEventListener('visibilitychange', onHide, true);
  window.addEventListener('pagehide', flushWaiting, true);
  // A form submitted by key, with the focus still in the text, must contain the last letters too.
  window.addEventListener('submit', flushWaiting, true);
  window.addEventListener(TELL_NOW, flushWaiting);
  flush();
  return () => {
    flushWaiting();
    editor.off('update', onUpdate).off('put', onPut);
    window.removeEventListener('focusout', flushWaiting);
    window.removeEventListener('keydown', onKey, true);
    document.removeEventListener('visibilitychange', onHide, true);
    window.removeEventListener('pagehide', flushWaiting, true);
    window.removeEventListener('submit', flushWaiting, true);
    window.removeEventListener(TELL_NOW, flushWaiting);
  };
}
