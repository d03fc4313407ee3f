import { findLtrRuns, findRtlRuns } from '../arabic/mixed-runs.ts';
import type { Inline } from './doc.ts';

export type Dir = 'rtl' | 'ltr';
type InlineRun = { nodes: Inline[]; isIsolated: boolean };

const isMarked = (node: Inline) =>
  node.type === 'text' && node.marks?.some(({ type }) => type === 'ltr') === true;

/** A node up to an offset of its text, and the rest. */
function cut(node: Inline, at: number): Inline[] {
  if (node.type !== 'text') return [node];
  return [node.text.slice(0, at), node.text.slice(at)].filter(Boolean).map((text) => ({ ...node, text }));
}

/**
 * The pieces of a line of text, those together that stand in their own order: runs against the direction of
 * the line, whatever is marked inside them, and what an editor marked as such. Two isolated neighbours would
 * change places, so they are one.
 */
export function splitRuns(nodes: Inline[], dir: Dir): InlineRun[] {
  const text = nodes.map((node) => (node.type === 'text' ? node.text : '\n')).join('');
  const edges = (dir === 'rtl' ? findLtrRuns(text) : findRtlRuns(text)).flatMap(({ start, end }) => [
    start,
    end,
  ]);
  const runs: InlineRun[] = [];
  let offset = 0;
  let edge = 0;
  const rest = nodes.toReversed();
  for (let node = rest.pop(); node; node = rest.pop()) {
    while (edge < edges.length && edges[edge]! <= offset) edge += 1;
    const [piece, more] = edge < edges.length ? cut(node, edges[edge]! - offset) : [node];
    if (more) rest.push(more);
    const isIsolated = edge % 2 === 1 || (dir === 'rtl' && isMarked(piece!));
    const last = runs.at(-1);
    if (last?.isIsolated === isIsolated) last.nodes.push(piece!);
    else runs.push({ nodes: [piece!], isIsolated });
    offset += piece!.type === 'text' ? piece!.text.length : 1;
  }
  return runs;
}
