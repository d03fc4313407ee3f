import { directionOf, type Direction } from '../arabic/text-direction.ts';
import type { Inline } from './doc.ts';

export const inlineText = (nodes: Inline[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.text : ' ')).join('');

/**
 * Which way words run that somebody else said, in whatever language: as in readers' comments, the letters
 * that prevail decide.
 */
export const spokenDirection = (lines: Inline[][]): Direction | undefined =>
  directionOf(lines.map(inlineText).join('\n'));
