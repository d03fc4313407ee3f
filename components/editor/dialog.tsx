import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { BlockButton } from './block-tools.tsx';
import { useEditorDesk } from './editor-context.ts';

type Props = { title: string; onClose: () => void; children: ReactNode };

/** Rendered at the end of the page, not in the form around the editor: a form must not contain a form. */
export function Dialog({ title, onClose, children }: Props) {
  const { words } = useEditorDesk();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // The person came to type, but the close button is first in the dialog.
    dialog.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, []);
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      // React passes events on to the components around the dialog, where keys have other meanings.
      onKeyDown={(event) => event.stopPropagation()}
      onSubmit={(event) => event.stopPropagation()}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] max-w-lg overflow-y-auto rounded-paper border border-hairline bg-sheet p-5 text-ink"
    >
      <div className="mb-3 flex items-center justify-between gap-3">
        <h2 id={id} className="text-h3">
          {title}
        </h2>
        <BlockButton icon="close" label={words.close} onClick={() => dialog.current?.close()} />
      </div>
      {children}
    </dialog>,
    document.body,
  );
}
