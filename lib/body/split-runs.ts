import { findLtrRuns, findRtlRuns } from '../arabic/mixed-runs.ts';
import type { Inline } from './doc.ts';

export type Dir = 'rtl' | 'ltr';
type InlineRun = { nodes: Inline[]; isIsolated: boolean };

const isMarked = (node: Inline) =>
  node.type === 'text' && node.marks?.some(({ type }) => type === 'ltr') === true;

/** Splits a text node at an offset. */
function cut(node: Inline, at: number): Inline[] {
  if (node.type !== 'text') return [node];
  return [node.text.slice(0, at), node.text.slice(at)].filter(Boolean).map((text) => ({ ...node, text }));
}

/**
 * Splits a line into runs that are isolated and runs that are not. Isolated are runs against the direction of
 * the line, whatever marks are inside, and text that an editor marked `ltr`. Isolated neighbours form one
 * run, because two would change places.
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
