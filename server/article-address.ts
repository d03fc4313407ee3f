import { asciiDigits } from '#lib/arabic/fold.ts';
import { isReservedPath } from '#lib/reserved-paths.ts';

/** The maximum of the integer column on PostgreSQL. */
const MAX_NUMBER = 2_147_483_647;
/** Punctuation and spaces before the number of an address that was typed by hand. */
const OPENING = String.raw`[\s("'«“‘\[{<#]*`;
const NUMBER = String.raw`${OPENING}([1-9]\d{0,9})(?!\d)`;
const SHORT = new RegExp(String.raw`^n/${NUMBER}`, 'iu');
const LONG = new RegExp(String.raw`^([^/]+)/${NUMBER}(.*)$`, 'su');

/**
 * Decodes an address, even when it was cut or something was appended. An incomplete percent code becomes a
 * character of its own. Direction marks are removed, and Arabic and Persian digits become ASCII. Node gives
 * the bytes of a request line as Latin-1.
 */
function readAddress(path: string): string {
  const bytes = path
    .replace(/[^\0-\xFF]+/g, (letters) => Buffer.from(letters).toString('latin1'))
    .replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return asciiDigits(
    Buffer.from(bytes, 'latin1')
      .toString('utf8')
      .replace(/[\p{Cf}\p{Cc}]/gu, ''),
  )
    .replace(/[\\/]+/g, '/')
    .replace(/^\//, '');
}

export type ArticleAddress = {
  number: number;
  /** No page can have this address, so only the number counts. */
  isOnlyNumber: boolean;
};

/**
 * Finds the number of an article in an address, even if the rest was cut, extended or misspelt. A first
 * segment of digits only is a year in the addresses of another system.
 */
export function findArticleNumber(path: string): ArticleAddress | null {
  const address = readAddress(path).replace(/^(?:ar|en)\//i, '');
  const short = SHORT.exec(address);
  const long = short ? null : LONG.exec(address);
  if (long && (/^\d+$/.test(long[1]!) || isReservedPath(long[1]!.toLowerCase()))) return null;
  const number = Number(short?.[1] ?? long?.[2]);
  if (!(number <= MAX_NUMBER)) return null;
  return { number, isOnlyNumber: short !== null || !/^\/[^/]/.test(long![3]!) };
}
