import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { BlockField } from './block-field.tsx';
import { blockFrame, BlockTools } from './block-tools.tsx';
import { useEditorDesk } from './editor-context.ts';

export function CorrectionView({ node, editor, getPos, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const { words } = useEditorDesk();
  return (
    <NodeViewWrapper
      className={`${blockFrame} border-s-4 border-s-amber`}
      role="group"
      aria-label={words.tools.correctionBox}
    >
      <BlockTools editor={editor} getPos={getPos} name={words.tools.correctionBox} onDelete={deleteNode} />
      <div contentEditable={false} className="max-w-60 p-3 font-sans">
        {/* A cleared field keeps its date: a correction needs one. */}
        <BlockField
          label={words.correction.date}
          type="date"
          max={10}
          value={node.attrs.date as string}
          onChange={(date) => date && updateAttributes({ date })}
        />
      </div>
      <NodeViewContent className="editor-inside px-3 pb-3" />
    </NodeViewWrapper>
  );
}
