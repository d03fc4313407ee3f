/** The approximate number of letters in a line on a phone. */
const LETTERS = 45;
/**
 * The longest possible comment without line breaks has fewer lines than this. Only a comment with many line
 * breaks has more.
 */
const MOST = 50;
const SHOWN = 20;

/**
 * Splits a text into the lines shown at once and the folded rest. The rest is empty if it is not worth a
 * click.
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
