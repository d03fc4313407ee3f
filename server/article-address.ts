import { asciiDigits } from '#lib/arabic/fold.ts';
import { isReservedPath } from '#lib/reserved-paths.ts';

/** What the column holds at most on PostgreSQL. */
const MAX_NUMBER = 2_147_483_647;
/** Signs and spaces that stand before a number where somebody put an address together by hand. */
const OPENING = String.raw`[\s("'«“‘\[{<#]*`;
const NUMBER = String.raw`${OPENING}([1-9]\d{0,9})(?!\d)`;
const SHORT = new RegExp(String.raw`^n/${NUMBER}`, 'iu');
const LONG = new RegExp(String.raw`^([^/]+)/${NUMBER}(.*)$`, 'su');

/**
 * An address as a person reads it, whatever was cut off or glued on: a half code becomes a sign of its own,
 * direction marks go, and digits of every keyboard are digits. Node gives the bytes of a request line as
 * Latin-1.
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
  /** Nothing else is read from such an address: no page has it. */
  isOnlyNumber: boolean;
};

/**
 * The number of the article that an address leads to, however the rest of it was cut, glued or misspelt. A
 * first part of digits alone is the year of another system's addresses.
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
