import { directionOf, type Direction } from '../arabic/text-direction.ts';
import type { Inline } from './doc.ts';

export const inlineText = (nodes: Inline[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.text : ' ')).join('');

/**
 * The direction of quoted speech, in whatever language. As in readers' comments, most of its letters decide.
 */
export const spokenDirection = (lines: Inline[][]): Direction | undefined =>
  directionOf(lines.map(inlineText).join('\n'));
