import { Node, wrappingInputRule } from '@tiptap/core';
import { dirAttribute } from './schema-text.ts';

/** Direction stands on lists, not on items: markers are on the side that the list begins at. */
const list = (name: 'bulletList' | 'orderedList', tag: 'ul' | 'ol', typed: RegExp) =>
  Node.create({
    name,
    group: 'block list',
    content: 'listItem+',
    addAttributes: () => dirAttribute,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addInputRules() {
      return [wrappingInputRule({ find: typed, type: this.type })];
    },
  });

const ListItem = Node.create({
  name: 'listItem',
  content: '(paragraph | bulletList | orderedList)+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    // Read anew for every key: the commands of a moment hold its transaction.
    const editor = this.editor;
    return {
      Enter: () => editor.commands.splitListItem(this.name),
      Tab: () => editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => editor.commands.liftListItem(this.name),
      // At an item's start the marker goes first, then the line.
      Backspace: () => {
        const { empty, $from } = editor.state.selection;
        const isAtStart = empty && $from.parentOffset === 0 && $from.depth > 1 && $from.node(-1).type === this.type && $from.index(-1) === 0;
        return isAtStart && editor.commands.liftListItem(this.name);
      },
    };
  },
});

export const listNodes = [
  list('bulletList', 'ul', /^\s*[-*•]\s$/),
  list('orderedList', 'ol', /^\s*[1\u0661][.)-]\s$/),
  ListItem,
];
