import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { BlockField } from './block-field.tsx';
import { blockFrame, BlockTools } from './block-tools.tsx';
import { useEditorDesk } from './editor-context.ts';

export function PullQuoteView({ node, editor, getPos, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const { words } = useEditorDesk();
  return (
    <NodeViewWrapper className={blockFrame} role="group" aria-label={words.tools.pullQuote}>
      <BlockTools editor={editor} getPos={getPos} name={words.tools.pullQuote} onDelete={deleteNode} />
      <NodeViewContent className="editor-pull-quote p-3" />
      <div contentEditable={false} className="max-w-96 px-3 pb-3 font-sans">
        <BlockField
          label={words.pullQuote.by}
          value={node.attrs.by as string}
          max={200}
          onChange={(by) => updateAttributes({ by })}
        />
      </div>
    </NodeViewWrapper>
  );
}
