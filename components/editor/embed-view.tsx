import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import type { EmbedProvider } from '#lib/body/doc.ts';
import { readableAddress } from '#lib/body/readable-address.ts';
import { BlockField } from './block-field.tsx';
import { blockFrame, BlockTools } from './block-tools.tsx';
import { useEditorDesk } from './editor-context.ts';

/** The card that readers see before they click. The editor requests nothing from the other site either. */
export function EmbedView({ node, editor, getPos, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const { words } = useEditorDesk();
  const { provider, url, title } = node.attrs as { provider: EmbedProvider; url: string; title: string };
  return (
    <NodeViewWrapper className={blockFrame} role="group" aria-label={words.embed.providers[provider]}>
      <BlockTools
        editor={editor}
        getPos={getPos}
        name={words.embed.providers[provider]}
        onDelete={deleteNode}
      />
      <div contentEditable={false} className="space-y-3 p-3 font-sans">
        <BlockField
          label={words.embed.title}
          hint={words.embed.titleHint}
          value={title}
          max={300}
          onChange={(next) => updateAttributes({ title: next })}
        />
        <p className="text-caption break-all">
          <a href={url} target="_blank" rel="noopener noreferrer" dir="ltr">
            {readableAddress(url)}
          </a>
        </p>
      </div>
    </NodeViewWrapper>
  );
}
