import type { EditorNode } from './from-editor.ts';
import { ownDirection, type Direction, type OwnDirection } from './paste-direction.ts';
import { runsOf } from './paste-runs.ts';

/** Collapses spaces and trims every line; returns nothing if no text is left. */
function tidy(nodes: EditorNode[]): EditorNode[] {
  const out: EditorNode[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    const atStart = !last || last.type === 'hardBreak';
    if (node.type === 'hardBreak') {
      if (atStart) continue;
      if (last.text) last.text = last.text.trimEnd();
      out.push(node);
      continue;
    }
    let words = node.text!.replace(/ {2,}/g, ' ');
    if (atStart || last.text?.endsWith(' ')) words = words.trimStart();
    if (!words) continue;
    if (last?.text && JSON.stringify(last.marks) === JSON.stringify(node.marks)) last.text += words;
    else out.push({ ...node, text: words });
  }
  while (out.at(-1)?.type === 'hardBreak') out.pop();
  const end = out.at(-1);
  if (end) end.text = end.text!.trimEnd();
  return out.filter((node) => node.text !== '');
}

/**
 * The cleaned content of a line and its own direction; undefined if it is empty. `said` is the direction that
 * the source declares, if any.
 */
export function settleLine(
  line: EditorNode[],
  said: string | undefined,
  article: Direction,
): (OwnDirection & { content: EditorNode[] }) | undefined {
  const plain = tidy(runsOf(line, 'ltr'));
  if (plain.length === 0) return undefined;
  const own = ownDirection(said, plain, article);
  return { ...own, content: (own.attrs?.dir ?? article) === 'ltr' ? plain : tidy(runsOf(line, 'rtl')) };
}

const dirOf = (node: EditorNode) => node.attrs?.dir as Direction | undefined;
const isBlock = (node: EditorNode) =>
  node.type === 'paragraph' ||
  node.type === 'bulletList' ||
  node.type === 'orderedList' ||
  node.type === 'listItem';

/**
 * If all parts of a quote or list have one direction, it becomes the direction of the block: its rule or its
 * markers are on that side.
 */
export function hoistDirection(node: EditorNode): EditorNode {
  const directions = new Set<Direction | undefined>();
  const look = (each: EditorNode) => {
    if (each.type === 'paragraph') directions.add(dirOf(each));
    else
      each.content?.forEach((child) =>
        look(dirOf(each) && child.type === 'listItem' ? withDirection(child, dirOf(each)) : child),
      );
  };
  node.content?.forEach(look);
  const [dir] = directions;
  if (directions.size !== 1 || !dir) return node;
  return {
    ...node,
    attrs: { ...node.attrs, dir },
    content: node.content?.map((child) => withDirection(child, undefined)),
  };
}

function withDirection(node: EditorNode, dir: Direction | undefined): EditorNode {
  if (!isBlock(node)) return node;
  const { dir: _, ...others } = node.attrs ?? {};
  const attrs = { ...others, ...(dir && node.type === 'paragraph' && { dir }) };
  const { attrs: __, ...rest } = node;
  return {
    ...rest,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(node.content && { content: node.content.map((child) => withDirection(child, dir)) }),
  };
}
