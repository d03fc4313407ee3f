'use client';

import { useEffect } from 'react';
import { readReload, takeReload } from './reload-with-words.ts';
import { sendWords } from './send-words.ts';
import { hasUnsent, watchUnsent } from './unsent.ts';
import { dropSent } from './use-kept-words.ts';

/** On every page of the newsroom: nobody leaves typed words behind without being asked. */
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
    // A page that is changed in its place is left without `beforeunload`.
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
    // A form that the browser itself sends would end on its own error page, and take all other words along.
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
