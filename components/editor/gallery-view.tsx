import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useRef, useState, type DragEvent } from 'react';
import type { PictureAttrs } from '#lib/body/doc.ts';
import { GALLERY_MAX } from '#lib/body/from-editor.ts';
import { BlockField } from './block-field.tsx';
import { BlockButton, blockFrame, BlockTools } from './block-tools.tsx';
import { useEditorDesk } from './editor-context.ts';
import { pictureAttrs } from './paste.ts';
import { PictureFields, PicturePreview } from './picture-fields.tsx';

function moved<T>(items: T[], from: number, to: number): T[] {
  const rest = items.filter((_, at) => at !== from);
  return [...rest.slice(0, to), items[from]!, ...rest.slice(to)];
}

export function GalleryView({ node, editor, getPos, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const { words, pick } = useEditorDesk();
  const { items, caption } = node.attrs as { items: PictureAttrs[]; caption: string };
  const [dragged, setDragged] = useState<number>();
  const list = useRef<HTMLOListElement>(null);
  const set = (next: PictureAttrs[]) => updateAttributes({ items: next });
  const change = (at: number) => (part: Partial<PictureAttrs>) =>
    set(items.map((item, each) => (each === at ? { ...item, ...part } : item)));

  function go(from: number, to: number) {
    set(moved(items, from, to));
    const step = to < from ? -1 : 1;
    requestAnimationFrame(() =>
      list.current?.children[to]?.querySelector<HTMLElement>(`[data-move="${step}"]`)?.focus(),
    );
  }
  function remove(at: number) {
    if (items.length === 1) deleteNode();
    else set(items.filter((_, each) => each !== at));
  }
  function drop(event: DragEvent, to: number) {
    event.preventDefault();
    if (dragged !== undefined && dragged !== to) set(moved(items, dragged, to));
    setDragged(undefined);
  }

  const addMore = () =>
    pick?.({
      type: 'image',
      most: GALLERY_MAX - items.length,
      onPick: (pictures) => set([...items, ...pictures.map(pictureAttrs)]),
    });

  return (
    <NodeViewWrapper className={blockFrame} role="group" aria-label={words.tools.gallery}>
      <BlockTools editor={editor} getPos={getPos} name={words.tools.gallery} onDelete={deleteNode}>
        {pick && items.length < GALLERY_MAX && (
          <BlockButton icon="add" label={words.gallery.add} onClick={addMore} />
        )}
      </BlockTools>
      <div contentEditable={false} className="space-y-3 p-3 font-sans">
        <ol ref={list} className="editor-plain divide-y divide-hairline">
          {items.map((item, at) => (
            <li key={at} className="py-3">
              <div
                data-gallery-item
                onDragOver={(event) => dragged !== undefined && event.preventDefault()}
                onDrop={(event) => drop(event, at)}
                className={`flex flex-wrap items-start gap-3 ${dragged === at ? 'opacity-50' : ''}`}
              >
                <div
                  draggable={editor.isEditable}
                  onDragStart={() => setDragged(at)}
                  onDragEnd={() => setDragged(undefined)}
                  className="w-28 shrink-0 cursor-grab"
                  title={words.gallery.drag}
                >
                  <PicturePreview attrs={item} className="aspect-[3/2] w-full object-cover" />
                </div>
                <div className="min-w-0 flex-1 basis-60">
                  <PictureFields attrs={item} onChange={change(at)} />
                  <div className="flex">
                    <BlockButton
                      icon="up"
                      label={words.gallery.earlier}
                      disabled={at === 0}
                      onClick={() => go(at, at - 1)}
                      data-move={-1}
                    />
                    <BlockButton
                      icon="down"
                      label={words.gallery.later}
                      disabled={at === items.length - 1}
                      onClick={() => go(at, at + 1)}
                      data-move={1}
                    />
                    <BlockButton icon="delete" label={words.gallery.remove} onClick={() => remove(at)} />
                  </div>
                </div>
              </div>
            </li>
          ))}
        </ol>
        <BlockField
          label={words.gallery.caption}
          value={caption}
          max={600}
          rows
          onChange={(next) => updateAttributes({ caption: next })}
        />
      </div>
    </NodeViewWrapper>
  );
}
