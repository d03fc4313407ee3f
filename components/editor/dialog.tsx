import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { BlockButton } from './block-tools.tsx';
import { useEditorDesk } from './editor-context.ts';

type Props = { title: string; onClose: () => void; children: ReactNode };

/** Stands at the end of the page, not in the form round the editor: forms may not hold forms. */
export function Dialog({ title, onClose, children }: Props) {
  const { words } = useEditorDesk();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Who opens it came to write; the button that closes it stands first.
    dialog.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, []);
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      // React hands events on to the parts that a dialog was made by, whose keys mean other things.
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
