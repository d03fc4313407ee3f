import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** The text shown in an empty body. Checks the first block only, because it runs after every key. */
export const placeholder = (text: string) =>
  Extension.create({
    name: 'placeholder',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations({ doc }) {
            const first = doc.firstChild;
            if (doc.childCount > 1 || first?.type.name !== 'paragraph' || first.content.size > 0) return null;
            return DecorationSet.create(doc, [
              Decoration.node(0, first.nodeSize, { class: 'editor-empty', 'data-placeholder': text }),
            ]);
          },
        },
      }),
    ],
  });
