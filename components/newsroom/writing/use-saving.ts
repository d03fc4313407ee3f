import { useEffect, useState } from 'react';
import type { WritingWords } from './article-words.ts';
import type { DraftSaver } from './draft-saver.ts';

/** The acts of the save bar, also by keyboard, and the result of the last one. */
export function useSaving(saver: DraftSaver, number: number, words: WritingWords) {
  const [said, setSaid] = useState('');

  async function keepRevision(note: string) {
    setSaid('');
    setSaid((await saver.saveRevision(note)) ? words.revisionSaved : words.notSavedYet);
  }

  async function toPublish() {
    setSaid('');
    // The editor reports pending text when it loses the focus.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (await saver.flush()) window.location.assign(`/newsroom/articles/${number}/publish`);
    else setSaid(words.notSavedYet);
  }

  useEffect(() => {
    // By the position of the key, and before the editor handles it: an Arabic layout has another letter
    // there.
    function onKey(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return;
      if (event.code === 'KeyS') void keepRevision('');
      else if (event.code === 'Enter' || event.code === 'NumpadEnter') void toPublish();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  });

  return { said, keepRevision, toPublish };
}
