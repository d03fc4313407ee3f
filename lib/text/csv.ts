/** Excel takes a file without it for Windows-1256 and shows Arabic as question marks. */
export const CSV_BOM = '\uFEFF';

export type CsvCell = string | number | boolean | Date | null | undefined;

/**
 * What a spreadsheet would calculate instead of showing; also behind spaces, which some of them drop, and as
 * wide signs.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u;
/**
 * The same where a file is taken apart at semicolons or tabs: a quotation mark that does not begin a cell
 * does not hold it together then.
 */
const FORMULA_WITHIN = /([;\t\r\n\v\f\u0085\u2028\u2029])(?=["\s\p{Cf}]*[=+\-@＝＋－＠])/gu;
/** Semicolons and tabs part cells where the system says so. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  // a number is one, minus sign and all
  if (typeof cell !== 'string') return String(cell);
  const begun = FORMULA.test(cell) ? `'${cell}` : cell;
  const harmless = begun.replaceAll(FORMULA_WITHIN, "$1'");
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * RFC 4180, each row ended by CRLF, moments as ISO. Text that begins like a formula, also behind what other
 * settings take for the end of a cell, gets an apostrophe.
 */
export const toCsv = (rows: Iterable<readonly CsvCell[]>): string =>
  Array.from(rows, (row) => `${row.map(csvCell).join(',')}\r\n`).join('');
