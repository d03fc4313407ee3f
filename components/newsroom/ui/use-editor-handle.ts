import { useCallback, useRef } from 'react';
import type { Doc } from '#lib/body/doc.ts';
import type { EditorHandle, PutHow } from '#components/editor/put-doc.ts';

/** Puts another body into an editor, even before the editor is ready. `take` is its `handle`. */
export function useEditorHandle() {
  const handle = useRef<EditorHandle | null>(null);
  const waiting = useRef<Doc | undefined>(undefined);
  const take = useCallback((made: EditorHandle | null) => {
    handle.current = made;
    if (!made || !waiting.current) return;
    made.put(waiting.current, 'new');
    waiting.current = undefined;
  }, []);
  const put = useCallback((doc: Doc, how: PutHow) => {
    if (handle.current) handle.current.put(doc, how);
    else waiting.current = doc;
  }, []);
  return { take, put };
}
