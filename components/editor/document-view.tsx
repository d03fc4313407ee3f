import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { BlockField } from './block-field.tsx';
import { BlockButton, blockFrame, BlockTools } from './block-tools.tsx';
import { useEditorDesk } from './editor-context.ts';
import { EditorIcon } from './editor-icon.tsx';

/** Kilobytes, and megabytes to a tenth. */
const sizeOf = (bytes: number, words: { kilobytes: string; megabytes: string }) =>
  bytes < 1_000_000 ? words.kilobytes.replace('#', String(Math.max(1, Math.round(bytes / 1000)))) : words.megabytes.replace('#', String(Math.round(bytes / 100_000) / 10));

export function DocumentView({ node, editor, getPos, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const { words, pick, pictures } = useEditorDesk();
  const { mediaId, title } = node.attrs as { mediaId: string; title: string };
  const file = pictures.get(mediaId);
  return (
    <NodeViewWrapper className={blockFrame} role="group" aria-label={words.tools.document}>
      <BlockTools editor={editor} getPos={getPos} name={words.tools.document} onDelete={deleteNode}>
        {pick && <BlockButton icon="replace" label={words.document.replace} onClick={() => pick({ type: 'document', onPick: ([other]) => updateAttributes({ mediaId: other.id }) })} />}
      </BlockTools>
      <div contentEditable={false} className="space-y-3 p-3 font-sans">
        {file ? (
          <p className="flex items-center gap-3">
            <EditorIcon name="document" />
            <bdi className="min-w-0 font-medium wrap-anywhere">{file.fileName}</bdi>
            <span className="shrink-0 text-caption text-ink-soft">{sizeOf(file.bytes, words.document)}</span>
          </p>
        ) : <p className="text-madder">{words.document.unknown}</p>}
        <BlockField label={words.document.title} hint={words.document.titleHint} value={title} max={300} onChange={(next) => updateAttributes({ title: next })} />
      </div>
    </NodeViewWrapper>
  );
}
