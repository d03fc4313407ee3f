import { firstCharacters } from '../arabic/count-characters.ts';

/** Short enough for a list of files. */
const MAX_CHARACTERS = 100;
/** File systems take 255 bytes; an emoji has four, or many more with what is joined to it. */
const MAX_BYTES = 250;
const FORBIDDEN =
  /[\\/:*?"<>|\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/g;

/** The file name of a downloaded document: its title without characters that file names may not contain. */
export function documentName(title: string): string {
  const name = title
    .normalize('NFC')
    .toWellFormed()
    .replace(/\.pdf$/i, '')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${cut(name).trim() || 'document'}.pdf`;
}

function cut(name: string): string {
  let characters = MAX_CHARACTERS;
  let short = firstCharacters(name, characters);
  while (Buffer.byteLength(short) > MAX_BYTES) short = firstCharacters(name, (characters -= 1));
  return short;
}

/** A URL that ends with the file name: some programs take the name only from there. */
export const documentHref = (hash: string, title: string): string =>
  `/media/${hash}/${encodeURIComponent(documentName(title))}`;

/** RFC 6266: an ASCII name for old programs, and the exact name. */
export function attachmentOf(name: string): string {
  const plain = name
    .replace(/[^\x20-\x7E]+/g, '')
    .replace(/["\\%;]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const isTelling = /[A-Za-z0-9].*\.pdf$/.test(plain);
  const exact = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${isTelling ? plain : 'document.pdf'}"; filename*=UTF-8''${exact}`;
}
