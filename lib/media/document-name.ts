/** Short enough for a list of files. */
const MAX_CHARACTERS = 100;
/** File systems take 255 bytes; an emoji has four, or many more with what is joined to it. */
const MAX_BYTES = 250;
/** More code units do not fit into these bytes. */
const MAX_UNITS = 250;
/** Room for what is removed from a title. */
const MAX_TITLE = 1000;
const FORBIDDEN =
  /[\\/:*?"<>|\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/g;

/** The file name of a downloaded document: its title without characters that file names may not contain. */
export function documentName(title: string): string {
  const name = title
    .slice(0, MAX_TITLE)
    .normalize('NFC')
    .toWellFormed()
    .replace(/\.pdf$/i, '')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${cut(name).trim() || 'document'}.pdf`;
}

const characters = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** Reads no further than the limits: the name of a download is chosen by the client. */
function cut(name: string): string {
  let short = '';
  let count = 0;
  let bytes = 0;
  for (const { segment } of characters.segment(name.slice(0, MAX_UNITS))) {
    bytes += Buffer.byteLength(segment);
    if ((count += 1) > MAX_CHARACTERS || bytes > MAX_BYTES) break;
    short += segment;
  }
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
