import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACCENTS } from './accents.ts';

const css = readFileSync('components/site/tokens.css', 'utf8');
const PAIR = String.raw`light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)`;
const pairOf = (pattern: string) => new RegExp(`${pattern}${PAIR}`).exec(css)!.slice(1) as [string, string];

/** The relative luminance of WCAG. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('every accent', () => {
  it.each(ACCENTS)('%s has enough contrast on paper and on sheet, light and dark', (accent) => {
    const colours = pairOf(
      accent === 'madder' ? '--color-madder: ' : `\\[data-accent='${accent}'\\] \\{\\s+--color-madder: `,
    );
    for (const ground of ['--color-paper: ', '--color-sheet: ']) {
      for (const [n, under] of pairOf(ground).entries())
        expect(contrast(colours[n]!, under)).toBeGreaterThanOrEqual(7);
    }
  });
});
