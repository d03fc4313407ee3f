import { Extension, type Editor } from '@tiptap/core';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { parseEmbed } from '#lib/body/embed-url.ts';
import type { PictureAttrs } from '#lib/body/doc.ts';
import type { EditorNode } from '#lib/body/from-editor.ts';
import type { Direction } from '#lib/body/paste-direction.ts';
import { blocksOf } from '#lib/body/paste-html.ts';
import { paragraphsOf } from '#lib/body/paste-plain.ts';
import { inertHtml } from '#lib/body/paste-style.ts';
import { cleanAddress } from '#lib/body/web-address.ts';
import { insertBlock } from './acts.ts';
import type { PickedMedia } from './editor-context.ts';
import { placeOfCaret, placeOfPointer } from './upload-places.ts';

declare module '@tiptap/core' {
  interface EditorEvents {
    /** The number of pictures that could not be pasted. */
    leftOut: number;
    /** Files for a position between two blocks. */
    files: { files: File[]; pos: number };
  }
  interface Storage {
    cleanPaste: { pictures: ReadonlyMap<string, PickedMedia> };
  }
}

/** The pictures that are kept when they are pasted: those that the editor knows. */
export function knowPictures(editor: Editor, pictures: ReadonlyMap<string, PickedMedia>) {
  editor.storage.cleanPaste.pictures = pictures;
}

/** The attributes of a picture in a body before anyone edits them. */
export const pictureAttrs = (picture: PickedMedia): PictureAttrs => ({
  mediaId: picture.id,
  caption: picture.caption,
  credit: '',
  alt: '',
  decorative: false,
});

/** Text continues in the line that it is pasted into; any other block stays separate. */
function sliceOf(view: EditorView, blocks: EditorNode[]): Slice {
  const nodes = blocks.map((block) => view.state.schema.nodeFromJSON(block) as Node);
  const open = (node: Node | undefined) =>
    node?.type.name === 'paragraph' && node.attrs.dir === null ? 1 : 0;
  return new Slice(Fragment.fromArray(nodes), open(nodes[0]), open(nodes.at(-1)));
}

function insert(view: EditorView, blocks: EditorNode[]): boolean {
  if (blocks.length > 0)
    view.dispatch(
      view.state.tr.replaceSelection(sliceOf(view, blocks)).scrollIntoView().setMeta('paste', true),
    );
  return true;
}

/**
 * Pastes an address alone: as a link on the selection, or as an embed card where one can be. Returns false
 * where it becomes linked text.
 */
function insertAddress(editor: Editor, address: string): boolean {
  const { empty, $from } = editor.state.selection;
  if (!empty) return editor.commands.setMark('link', { href: address });
  const embed = parseEmbed(address);
  if (
    embed &&
    $from.depth === 1 &&
    $from.parent.type.name === 'paragraph' &&
    $from.parent.content.size === 0
  ) {
    insertBlock(editor, { type: 'embed', attrs: { ...embed, title: '' } });
    return true;
  }
  return false;
}

/**
 * Whether the text that came with files is only their names, as it is when they were copied in a file
 * manager.
 */
function areNames(plain: string, files: File[]): boolean {
  const names = new Set(files.map(({ name }) => name));
  return plain
    .split(/[\r\n]+/)
    .every((line) => !line.trim() || names.has(line.trim().replace(/^.*[\\/]/, '')));
}

function pasteInto(editor: Editor, data: DataTransfer, direction: Direction, pos: number): boolean {
  const { view } = editor;
  const files = [...data.files];
  const takeFiles = () => editor.emit('files', { files, pos });
  const [html, plain] = [data.getData('text/html'), data.getData('text/plain')];
  if (editor.isActive('codeBlock') && files.length === 0) {
    view.dispatch(view.state.tr.insertText(plain.replace(/\r\n?/g, '\n')).scrollIntoView());
    return true;
  }
  const address = cleanAddress(plain);
  if (address && insertAddress(editor, address)) return true;
  // Blocks copied from an editor come back unchanged; the schema checks their content.
  if (html.includes('data-pm-slice')) return false;
  if (!html.trim()) {
    if (files.length > 0 && areNames(plain, files)) {
      takeFiles();
      return true;
    }
    return plain ? insert(view, paragraphsOf(plain, direction)) : false;
  }
  const page = new DOMParser().parseFromString(inertHtml(html), 'text/html');
  function findPicture(hash: string) {
    const picture = [...editor.storage.cleanPaste.pictures.values()].find((each) => each.hash === hash);
    return picture && pictureAttrs(picture);
  }
  const { blocks, leftOut } = blocksOf(page.body, { direction, findPicture });
  // A picture copied from a web page together with its file. A file beside text is a program's image of that
  // text.
  if (blocks.length === 0 && leftOut > 0 && files.length > 0) {
    takeFiles();
    return true;
  }
  if (leftOut > 0) editor.emit('leftOut', leftOut);
  return insert(view, blocks.length > 0 || leftOut > 0 ? blocks : paragraphsOf(plain, direction));
}

/** Android keyboards compose permanently, so composing does not count there. */
const isComposing = (view: EditorView) => view.composing && !navigator.userAgent.includes('Android');

export const paste = (direction: Direction) =>
  Extension.create({
    name: 'cleanPaste',
    priority: 1900,
    addStorage: () => ({ pictures: new Map<string, PickedMedia>() }),
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          props: {
            // Removes styles from blocks copied from an editor as well.
            transformPastedHTML: inertHtml,
            // Runs before ProseMirror parses pasted HTML in a document of its own, where each style is
            // reported as a CSP violation.
            handleDOMEvents: {
              paste(view, event) {
                if (!view.editable || isComposing(view) || !event.clipboardData) return false;
                const isTaken = pasteInto(editor, event.clipboardData, direction, placeOfCaret(editor.state));
                if (isTaken) event.preventDefault();
                return isTaken;
              },
              // Content dragged in from elsewhere takes the same path. ProseMirror handles moves inside the
              // editor.
              drop(view, event) {
                const data = event.dataTransfer;
                if (
                  !view.editable ||
                  view.dragging ||
                  !data ||
                  data.getData('text/html').includes('data-pm-slice')
                )
                  return false;
                const [at, place] = [
                  view.posAtCoords({ left: event.clientX, top: event.clientY }),
                  placeOfPointer(view, event),
                ];
                if (at && data.files.length === 0) editor.commands.setTextSelection(at.pos);
                const isTaken = pasteInto(editor, data, direction, place);
                if (isTaken) event.preventDefault();
                return isTaken;
              },
            },
          },
        }),
      ];
    },
  });
