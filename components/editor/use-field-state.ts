import type { Editor } from '@tiptap/core';
import { useEffect, useLayoutEffect, useState } from 'react';
import { placeCaret, type TypedCaret } from './put-doc.ts';

type FieldState = { editable: boolean; isFaulty: boolean; describedBy: string | undefined };

/** Keeps the editor's field as a form has it: writable or not, with its fault. */
export function useFieldState(editor: Editor | null, { editable, isFaulty, describedBy }: FieldState) {
  useEffect(() => {
    editor?.setEditable(editable, false);
  }, [editor, editable]);

  useEffect(() => {
    const notes = { 'aria-invalid': isFaulty && 'true', 'aria-describedby': describedBy };
    for (const [name, value] of Object.entries(notes)) {
      if (value) editor?.view.dom.setAttribute(name, value);
      else editor?.view.dom.removeAttribute(name);
    }
  }, [editor, isFaulty, describedBy]);
}

/** Puts the caret where it was in the field that the editor replaces. */
export function useFirstFocus(editor: Editor | null, hasFocus: boolean, caret: TypedCaret | undefined) {
  const [firstCaret] = useState(caret);
  useLayoutEffect(() => {
    if (editor && hasFocus) placeCaret(editor, firstCaret);
  }, [editor, hasFocus, firstCaret]);
}
