import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useState } from 'react';
import { BlockButton, blockFrame, BlockTools } from './block-tools.tsx';
import { useEditorDesk } from './editor-context.ts';
import { ReadAlsoDialog } from './read-also-dialog.tsx';

export function ReadAlsoView({ node, editor, getPos, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const { words, headlines, direction } = useEditorDesk();
  const [isOpen, setIsOpen] = useState(false);
  const articles = node.attrs.articles as number[];
  return (
    <NodeViewWrapper className={blockFrame} role="group" aria-label={words.tools.readAlso}>
      <BlockTools editor={editor} getPos={getPos} name={words.tools.readAlso} onDelete={deleteNode}>
        <BlockButton icon="edit" label={words.readAlso.edit} onClick={() => setIsOpen(true)} />
      </BlockTools>
      <ul contentEditable={false} dir={direction} className="editor-plain p-3 font-sans">
        {articles.map((number) => (
          <li key={number} className="py-1">
            <span className="font-bold">{headlines.get(number) ?? words.readAlso.unknown}</span>{' '}
            <bdi className="text-caption text-ink-soft">{number}</bdi>
          </li>
        ))}
      </ul>
      {isOpen && (
        <ReadAlsoDialog
          chosen={articles}
          onClose={() => setIsOpen(false)}
          onSave={(next) => updateAttributes({ articles: next })}
        />
      )}
    </NodeViewWrapper>
  );
}
