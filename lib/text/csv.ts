/** Without it Excel reads the file as Windows-1256 and shows Arabic as question marks. */
export const CSV_BOM = '\uFEFF';

export type CsvCell = string | number | boolean | Date | null | undefined;

/**
 * Text that a spreadsheet would evaluate as a formula, also after spaces, which some of them drop, and with
 * full-width signs.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u;
/**
 * The same for programs that split at semicolons or tabs: for them a quotation mark inside a cell does not
 * quote it.
 */
const FORMULA_WITHIN = /([;\t\r\n\v\f\u0085\u2028\u2029])(?=["\s\p{Cf}]*[=+\-@＝＋－＠])/gu;
/** Semicolons and tabs separate cells in some locales. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  // A number stays a number, also with a minus sign.
  if (typeof cell !== 'string') return String(cell);
  const begun = FORMULA.test(cell) ? `'${cell}` : cell;
  const harmless = begun.replaceAll(FORMULA_WITHIN, "$1'");
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * RFC 4180 with CRLF after each row and ISO dates. Text that begins like a formula gets an apostrophe, also
 * after characters that other settings read as the end of a cell.
 */
export const toCsv = (rows: Iterable<readonly CsvCell[]>): string =>
  Array.from(rows, (row) => `${row.map(csvCell).join(',')}\r\n`).join('');
