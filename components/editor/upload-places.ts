import { Extension, type Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { PictureAttrs } from '#lib/body/doc.ts';

/**
 * Where the picture of an upload will be, between two blocks, and the element shown there meanwhile. Never
 * part of the body: no draft can contain it.
 */
type Place = { key: number; pos: number; dom: HTMLElement };
type Change = { added: Place[] } | { taken: number };

const plugin = new PluginKey<Place[]>('uploadPlaces');

/** The nearest position between two top-level blocks, not before `pos`. */
function between(doc: Node, pos: number): number {
  const $pos = doc.resolve(Math.min(pos, doc.content.size));
  return $pos.depth === 0 ? $pos.pos : $pos.after(1);
}

/** After the block with the caret; before an empty line, so that the person continues below the picture. */
export function placeOfCaret({ doc, selection: { $to } }: EditorState): number {
  if ($to.depth === 0) return $to.pos;
  const isBlank = $to.depth === 1 && $to.parent.type.name === 'paragraph' && $to.parent.content.size === 0;
  return isBlank ? $to.before(1) : between(doc, $to.pos);
}

/** Before or after the block under the pointer, at its nearer edge. */
export function placeOfPointer(view: EditorView, { clientX, clientY }: MouseEvent): number {
  const { doc } = view.state;
  const at = view.posAtCoords({ left: clientX, top: clientY });
  if (!at) return doc.content.size;
  const $at = doc.resolve(at.inside < 0 ? at.pos : at.inside);
  const start = $at.depth === 0 ? $at.pos : $at.before(1);
  const [node, dom] = [doc.nodeAt(start), view.nodeDOM(start)];
  if (!node || !(dom instanceof HTMLElement)) return between(doc, $at.pos);
  const box = dom.getBoundingClientRect();
  return clientY < (box.top + box.bottom) / 2 ? start : start + node.nodeSize;
}

/** The places of running uploads, and a transaction that carries them into a reset state. */
export const placesIn = (state: EditorState): Place[] => plugin.getState(state) ?? [];
export const withPlaces = (tr: Transaction, added: Place[]): Transaction =>
  added.length > 0 ? tr.setMeta(plugin, { added } satisfies Change) : tr;

export function addPlaces(editor: Editor, added: Place[]) {
  const { tr } = editor.state;
  editor.view.dispatch(tr.setMeta(plugin, { added } satisfies Change));
}

/**
 * Inserts the picture at the place of its upload, as an undo step of its own, whatever is typed just before
 * and after it.
 */
export function putPicture(editor: Editor, key: number, attrs: PictureAttrs) {
  const place = plugin.getState(editor.state)?.find((each) => each.key === key);
  if (!place) return;
  const { tr, schema } = editor.state;
  editor.view.dispatch(
    closeHistory(
      tr
        .insert(place.pos, schema.nodes.figure!.create(attrs))
        .setMeta(plugin, { taken: key } satisfies Change),
    ),
  );
  editor.view.dispatch(closeHistory(editor.state.tr));
}

export function dropPlace(editor: Editor, key: number) {
  editor.view.dispatch(editor.state.tr.setMeta(plugin, { taken: key } satisfies Change));
}

export const uploadPlaces = Extension.create({
  name: 'uploadPlaces',
  addProseMirrorPlugins: () => [
    new Plugin<Place[]>({
      key: plugin,
      state: {
        init: () => [],
        apply(tr, places) {
          const change = tr.getMeta(plugin) as Change | undefined;
          if (places.length === 0 && !change) return places;
          const taken =
            change && 'taken' in change ? places.findIndex(({ key }) => key === change.taken) : -1;
          // Pictures that were added together keep their order, whichever upload finishes first.
          const moved = places.map((place, at) => ({
            ...place,
            pos: between(tr.doc, tr.mapping.map(place.pos, at < taken ? -1 : 1)),
          }));
          return [
            ...moved.filter((_, at) => at !== taken),
            ...(change && 'added' in change ? change.added : []),
          ];
        },
      },
      props: {
        decorations(state) {
          const places = plugin.getState(state) ?? [];
          if (places.length === 0) return null;
          const shown = places.map(({ key, pos, dom }, at) =>
            Decoration.widget(pos, dom, {
              key: `upload-${key}`,
              side: at - places.length,
              stopEvent: () => true,
              ignoreSelection: true,
            }),
          );
          return DecorationSet.create(state.doc, shown);
        },
      },
    }),
  ],
});
