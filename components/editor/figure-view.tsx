import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import type { PictureAttrs } from '#lib/body/doc.ts';
import { BlockButton, blockFrame, BlockTools } from './block-tools.tsx';
import { useEditorDesk } from './editor-context.ts';
import { PictureFields, PicturePreview } from './picture-fields.tsx';

export function FigureView({ node, editor, getPos, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const { words, pick } = useEditorDesk();
  const attrs = node.attrs as PictureAttrs;
  return (
    <NodeViewWrapper className={blockFrame} role="group" aria-label={words.tools.figure}>
      <BlockTools editor={editor} getPos={getPos} name={words.tools.figure} onDelete={deleteNode}>
        {pick && (
          <BlockButton
            icon="replace"
            label={words.figure.replace}
            onClick={() =>
              pick({ type: 'image', onPick: ([picture]) => updateAttributes({ mediaId: picture.id }) })
            }
          />
        )}
      </BlockTools>
      <div contentEditable={false} className="space-y-3 p-3 font-sans">
        <PicturePreview attrs={attrs} className="h-auto w-full" />
        <PictureFields attrs={attrs} onChange={updateAttributes} />
      </div>
    </NodeViewWrapper>
  );
}
