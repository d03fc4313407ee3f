import { Node, wrappingInputRule } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { readNumber, readStart } from '#lib/body/list-start.ts';
import { dirAttribute } from './schema-text.ts';

const startAttribute = {
  default: 1,
  parseHTML: (element: HTMLElement) => readStart(element.getAttribute('start')),
  renderHTML: ({ start }: Record<string, unknown>) => (start === 1 ? {} : { start }),
};

const numberIn = ([, one, other]: RegExpMatchArray) => readNumber(one ?? other);
/** A typed list joins the list before it only if its number continues it or is 1. */
const isNext = (typed: RegExpMatchArray, before: PmNode) =>
  [1, (before.attrs.start as number) + before.childCount].includes(numberIn(typed));

/** Lists have a direction, items do not: markers are on the side where the list begins. */
const list = (name: 'bulletList' | 'orderedList', tag: 'ul' | 'ol', typed: RegExp) =>
  Node.create({
    name,
    group: 'block list',
    content: 'listItem+',
    addAttributes: () => (tag === 'ol' ? { ...dirAttribute, start: startAttribute } : dirAttribute),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addInputRules() {
      const getAttributes = (typed: RegExpMatchArray) => (tag === 'ol' ? { start: numberIn(typed) } : {});
      return [
        wrappingInputRule({
          find: typed,
          type: this.type,
          getAttributes,
          joinPredicate: (match, before) => tag === 'ul' || isNext(match, before),
        }),
      ];
    },
  });

const ListItem = Node.create({
  name: 'listItem',
  content: '(paragraph | bulletList | orderedList)+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    // The commands are read again for every key: they hold the transaction of one moment.
    const editor = this.editor;
    return {
      Enter: () => editor.commands.splitListItem(this.name),
      Tab: () => editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => editor.commands.liftListItem(this.name),
      // At the start of an item, Backspace first removes the marker, then the line.
      Backspace: () => {
        const { empty, $from } = editor.state.selection;
        const isAtStart =
          empty &&
          $from.parentOffset === 0 &&
          $from.depth > 1 &&
          $from.node(-1).type === this.type &&
          $from.index(-1) === 0;
        return isAtStart && editor.commands.liftListItem(this.name);
      },
    };
  },
});

export const listNodes = [
  list('bulletList', 'ul', /^\s*[-*•]\s$/),
  list('orderedList', 'ol', /^\s*(?:([1\u0661\u06F1])[.)-]|([\d\u0660-\u0669\u06F0-\u06F9]{1,2})[.)])\s$/),
  ListItem,
];
