/** About so many letters stand in a line on a phone. */
const LETTERS = 45;
/**
 * A comment of the greatest length without a break has fewer lines than this; what has more is broken into
 * them.
 */
const MOST = 50;
const SHOWN = 20;

/**
 * The lines of a text that are shown at once, and the rest, which opens; no rest where it is not worth a
 * press.
 */
export function foldLong(text: string): [shown: string, rest: string] {
  const lines = text.split('\n');
  const heights = lines.map((line) => Math.max(1, Math.ceil(line.length / LETTERS)));
  if (heights.reduce((sum, height) => sum + height, 0) <= MOST) return [text, ''];
  let height = 0;
  const end = heights.findIndex((each) => (height += each) > SHOWN);
  const cut = Math.max(1, end);
  return [lines.slice(0, cut).join('\n'), lines.slice(cut).join('\n')];
}
