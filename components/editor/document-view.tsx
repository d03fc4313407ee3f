import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { showBytes } from '#lib/media/show-bytes.ts';
import { BlockField } from './block-field.tsx';
import { BlockButton, blockFrame, BlockTools } from './block-tools.tsx';
import { useEditorDesk } from './editor-context.ts';
import { EditorIcon } from './editor-icon.tsx';

export function DocumentView({ node, editor, getPos, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const { words, pick, pictures, numbers } = useEditorDesk();
  const { mediaId, title } = node.attrs as { mediaId: string; title: string };
  const file = pictures.get(mediaId);
  return (
    <NodeViewWrapper className={blockFrame} role="group" aria-label={words.tools.document}>
      <BlockTools editor={editor} getPos={getPos} name={words.tools.document} onDelete={deleteNode}>
        {pick && (
          <BlockButton
            icon="replace"
            label={words.document.replace}
            onClick={() =>
              pick({ type: 'document', onPick: ([other]) => updateAttributes({ mediaId: other.id }) })
            }
          />
        )}
      </BlockTools>
      <div contentEditable={false} className="space-y-3 p-3 font-sans">
        {file ? (
          <p className="flex items-center gap-3">
            <EditorIcon name="document" />
            <bdi className="min-w-0 font-medium wrap-anywhere">{file.fileName}</bdi>
            <span className="shrink-0 text-caption text-ink-soft">
              {showBytes(file.bytes, numbers, (unit, { n }) => words.document[unit].replace('#', n))}
            </span>
          </p>
        ) : (
          <p className="text-madder">{words.document.unknown}</p>
        )}
        <BlockField
          label={words.document.title}
          hint={words.document.titleHint}
          value={title}
          max={300}
          onChange={(next) => updateAttributes({ title: next })}
        />
      </div>
    </NodeViewWrapper>
  );
}
