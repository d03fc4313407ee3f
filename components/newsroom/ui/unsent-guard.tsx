'use client';

import { useEffect } from 'react';
import { readReload, takeReload } from './reload-with-words.ts';
import { sendWords } from './send-words.ts';
import { hasUnsent, watchUnsent } from './unsent.ts';
import { dropSent } from './use-kept-words.ts';

/** On every page of the newsroom: asks before typed text is lost. */
export function UnsentGuard() {
  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    watchUnsent(signal);
    takeReload();
    void dropSent();
    window.addEventListener(
      'beforeunload',
      (event) => hasUnsent() && !readReload() && event.preventDefault(),
      { signal },
    );
    // Client-side navigation fires no `beforeunload`.
    const onClick = (event: MouseEvent) => {
      if (
        !(event.target instanceof Element) ||
        !event.target.closest('a[data-soft]') ||
        event.ctrlKey ||
        event.metaKey ||
        event.shiftKey
      )
        return;
      if (!hasUnsent() || window.confirm(sendWords().leave ?? '')) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('click', onClick, { signal, capture: true });
    // Offline, a native submission would end on the browser's error page and lose all other typed text.
    const onSubmit = (event: SubmitEvent) => {
      if (event.defaultPrevented || navigator.onLine || (event.target as HTMLFormElement).method === 'dialog')
        return;
      event.preventDefault();
      window.alert(sendWords().offline ?? '');
    };
    window.addEventListener('submit', onSubmit, { signal });
    return () => end.abort();
  }, []);
  return null;
}
