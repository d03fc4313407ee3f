import type { Editor } from '@tiptap/core';
import { insertBlock, type Asking } from './acts.ts';
import type { EditorWords } from './editor-context.ts';
import { EmbedDialog } from './embed-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { ReadAlsoDialog } from './read-also-dialog.tsx';

type Props = {
  editor: Editor;
  asking: Asking | undefined;
  words: EditorWords;
  onNotice: (notice: string) => void;
  onClose: () => void;
};

/** The dialog of an act that asks for something first. */
export function EditorDialogs({ editor, asking, words, onNotice, onClose }: Props) {
  switch (asking) {
    case 'link':
      return <LinkDialog editor={editor} onClose={onClose} />;
    case 'embed':
      return (
        <EmbedDialog editor={editor} onClose={onClose} onPlainLink={() => onNotice(words.embed.unknown)} />
      );
    case 'readAlso':
      return (
        <ReadAlsoDialog
          chosen={[]}
          onClose={onClose}
          onSave={(articles) => insertBlock(editor, { type: 'readAlso', attrs: { articles } })}
        />
      );
    case 'help':
      return <HelpDialog onClose={onClose} />;
    default:
      return null;
  }
}
