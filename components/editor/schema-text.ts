import {
  markInputRule,
  Mark,
  Node,
  nodeInputRule,
  textblockTypeInputRule,
  wrappingInputRule,
} from '@tiptap/core';
import { isDirection } from '#lib/body/paste-direction.ts';
import { cleanAddress } from '#lib/body/web-address.ts';

/*
 * The closed set of lib/body/doc.ts, written out. A node, mark or attribute that is not here cannot get into
 * a body, whatever is typed or pasted. Blocks inherit the direction of the article; `dir` is set only on a
 * block that runs against it.
 */
export const dirAttribute = {
  dir: {
    default: null,
    parseHTML: (element: HTMLElement) =>
      isDirection(element.getAttribute('dir')) ? element.getAttribute('dir') : null,
    renderHTML: ({ dir }: Record<string, unknown>) => (dir ? { dir } : {}),
  },
};

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const Text = Node.create({ name: 'text', group: 'inline' });

const Paragraph = Node.create({
  name: 'paragraph',
  // The first block type, so Enter creates it.
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes: () => dirAttribute,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false }, ...dirAttribute }),
  parseHTML: () => [2, 3].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs.level === 2 ? 'h2' : 'h3', HTMLAttributes, 0],
  addInputRules() {
    return [2, 3].map((level) =>
      textblockTypeInputRule({
        find: new RegExp(`^#{${level}}\\s$`),
        type: this.type,
        getAttributes: { level },
      }),
    );
  },
});

const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  addAttributes: () => dirAttribute,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^>\s$/, type: this.type })];
  },
});

const HorizontalRule = Node.create({
  name: 'horizontalRule',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
  addInputRules() {
    return [nodeInputRule({ find: /^(?:---|—-)$/, type: this.type })];
  },
});

const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  // As on the readers' page, code runs left to right in every language.
  renderHTML: () => ['pre', { dir: 'ltr' }, ['code', 0]],
  addInputRules() {
    return [textblockTypeInputRule({ find: /^```\s$/, type: this.type })];
  },
});

const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    const insert = () =>
      this.editor.commands.first(({ commands }) => [
        () => commands.exitCode(),
        () => commands.insertContent({ type: this.name }),
      ]);
    return { 'Shift-Enter': insert, 'Mod-Enter': insert };
  },
});

const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = cleanAddress(element.getAttribute('href') ?? '');
        return href ? { href } : false;
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', { ...HTMLAttributes, rel: 'noopener' }, 0],
});

const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }],
  renderHTML: () => ['strong', 0],
  addInputRules() {
    return [markInputRule({ find: /(?:^|\s)(\*\*(?!\s+\*\*)([^*]+)\*\*(?!\s+\*\*))$/, type: this.type })];
  },
});

const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }],
  renderHTML: () => ['em', 0],
});

const Strike = Mark.create({
  name: 'strike',
  parseHTML: () => [{ tag: 's' }, { tag: 'strike' }],
  renderHTML: () => ['s', 0],
});

const Sub = Mark.create({
  name: 'sub',
  excludes: 'sub sup',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
});
const Sup = Mark.create({
  name: 'sup',
  excludes: 'sub sup',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
});

/** Wraps every other mark except a link: a run split in two would change its order. */
const Ltr = Mark.create({
  name: 'ltr',
  priority: 900,
  parseHTML: () => [{ tag: 'bdi[dir=ltr]' }],
  renderHTML: () => ['bdi', { dir: 'ltr' }, 0],
});

export const textNodes = [
  Doc,
  Text,
  Paragraph,
  Heading,
  Blockquote,
  HorizontalRule,
  CodeBlock,
  HardBreak,
  Link,
  Ltr,
  Bold,
  Italic,
  Strike,
  Sub,
  Sup,
];
