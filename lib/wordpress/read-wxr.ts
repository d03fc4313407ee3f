import { SaxesParser } from 'saxes';
import { readUtf8 } from './read-utf8.ts';
import { OWN_META, WxrFault, type WxrComment, type WxrItem, type WxrPortion } from './wxr.ts';

/** The number of comments in a portion. */
const PORTION = 500;
/**
 * Limits of what is kept in memory: of a file before it is known to be WXR, of one element, of one field, of
 * nested elements.
 */
const MOST = { head: 65_536, element: 64 * 2 ** 20, field: 65_536, depth: 64 };

const CHANNEL = 'rss/channel';
const ITEM = `${CHANNEL}/item`;
const COMMENT = `${ITEM}/wp:comment`;
const META = `${COMMENT}/wp:commentmeta`;

/** The fields that are read, by their parent element. Everything else is skipped. */
const WANTED = new Map([
  [CHANNEL, new Set(['link', 'wp:wxr_version', 'wp:base_site_url', 'wp:base_blog_url'])],
  [ITEM, new Set(['title', 'link', 'wp:post_id', 'wp:post_name', 'wp:post_date', 'wp:post_date_gmt'])],
  [
    COMMENT,
    new Set(
      ['id', 'author', 'author_email', 'date', 'date_gmt', 'content', 'approved', 'type', 'parent'].map(
        (name) => `wp:comment_${name}`,
      ),
    ),
  ],
  [META, new Set(['wp:meta_key', 'wp:meta_value'])],
]);
type Fields = Map<string, string>;

/** Parses «2024-05-01 10:00:00»; null for WordPress's zero date and for invalid days. */
function readTime(text = ''): Date | null {
  const [whole, ...parts] = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text.trim()) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return whole && year >= 1970 && at.toISOString().startsWith(whole.replace(' ', 'T')) ? at : null;
}

/** Uses the local time if the GMT time is missing: wrong by hours is better than lost. */
const timeOf = (fields: Fields, name: string) =>
  readTime(fields.get(`${name}_gmt`)) ?? readTime(fields.get(name));

function readItem(channel: Fields, fields: Fields): WxrItem {
  const site =
    channel.get('wp:base_blog_url') || channel.get('wp:base_site_url') || channel.get('link') || '';
  return {
    source: site
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/+$/, ''),
    postId: (fields.get('wp:post_id') ?? '').trim(),
    title: fields.get('title') ?? '',
    link: (fields.get('link') ?? '').trim(),
    slug: (fields.get('wp:post_name') ?? '').trim(),
    at: timeOf(fields, 'wp:post_date'),
  };
}

function readComment(fields: Fields, meta: Fields): WxrComment {
  const word = (name: string) => (fields.get(`wp:comment_${name}`) ?? '').trim();
  const parentId = word('parent');
  const ownId = meta.get(OWN_META.id);
  return {
    id: word('id'),
    parentId: parentId === '0' ? '' : parentId,
    author: word('author'),
    email: word('author_email'),
    content: fields.get('wp:comment_content') ?? '',
    at: timeOf(fields, 'wp:comment_date'),
    approved: word('approved'),
    type: word('type'),
    own: ownId === undefined ? null : { id: ownId, status: meta.get(OWN_META.status) ?? '' },
  };
}

/** Listens to the parser and builds items and comments. */
function listen(parser: SaxesParser, fail: (message: string) => never) {
  const ready: WxrPortion[] = [];
  const path = [''];
  let channel: Fields = new Map();
  let fields: Fields = new Map();
  let comment: Fields = new Map();
  let meta: Fields = new Map();
  let pair: Fields = new Map();
  let portion: WxrPortion | undefined;
  /** One object for all portions of an item, so that the caller can see that they belong together. */
  let item: WxrItem | undefined;
  let heard = 0;
  let isKnown = false;
  /** The field that is being read, and its text so far. */
  let field: { into: Fields; name: string; text: string } | undefined;

  const mustBeWxr = () => {
    const version = channel.get('wp:wxr_version')?.trim() ?? '';
    if (!/^1\.[0-2]$/.test(version))
      fail(
        version
          ? `This is WXR ${version}; 1.0 to 1.2 are understood.`
          : 'This is not a WordPress export (WXR): wp:wxr_version is missing.',
      );
  };
  const handOn = () => {
    if (portion && portion.comments.length > 0) ready.push(portion);
    portion = undefined;
  };

  parser.on('opentag', ({ name }) => {
    heard++;
    const parent = path.at(-1)!;
    const here = parent ? `${parent}/${name}` : name;
    if (path.length > MOST.depth) fail('Elements are nested too deep.');
    if (!parent && name !== 'rss')
      fail(`This is not a WordPress export (WXR): it begins with <${name.slice(0, 40)}>.`);
    path.push(here);
    isKnown ||= here === CHANNEL;
    if (here === ITEM) {
      mustBeWxr();
      fields = new Map();
      item = undefined;
    } else if (here === COMMENT) {
      comment = new Map();
      meta = new Map();
    } else if (here === META) pair = new Map();
    const into = { [CHANNEL]: channel, [ITEM]: fields, [COMMENT]: comment, [META]: pair }[parent];
    if (into && WANTED.get(parent)!.has(name)) field = { into, name, text: '' };
  });
  const addText = (text: string) => {
    heard++;
    if (field && field.text.length < MOST.field) field.text += text.slice(0, MOST.field - field.text.length);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => {
    heard++;
    const here = path.pop()!;
    if (field && field.name === name) {
      field.into.set(name, field.text);
      field = undefined;
    }
    if (here === META) meta.set(pair.get('wp:meta_key') ?? '', pair.get('wp:meta_value') ?? '');
    else if (here === COMMENT) {
      item ??= readItem(channel, fields);
      portion ??= { item, comments: [] };
      portion.comments.push(readComment(comment, meta));
      if (portion.comments.length >= PORTION) handOn();
    } else if (here === ITEM) handOn();
    else if (here === CHANNEL) mustBeWxr();
  });
  return { ready, isKnown: () => isKnown, heard: () => heard };
}

/**
 * Reads a WordPress export (WXR 1.0 to 1.2) of any source, item by item with its comments. Keeps at most
 * `MOST` of it in memory. Entities are neither defined nor loaded: a file with a DOCTYPE is rejected. Throws
 * a WxrFault with the line if the file is not well-formed.
 */
export async function* readWxr(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<WxrPortion> {
  const parser = new SaxesParser();
  let skipped = 0;
  const fail = (message: string): never => {
    throw new WxrFault(message, parser.line + skipped);
  };
  const { ready, isKnown, heard } = listen(parser, fail);
  /** Characters since the last parser event, which the parser still holds back. */
  let since = 0;
  let isBegun = false;
  parser.on('doctype', () => fail('A DOCTYPE may not stand in a WordPress export.'));
  parser.on('error', (error) => fail(`The file is broken here: ${error.message.replace(/^\d+:\d+: /, '')}`));
  for await (const piece of readUtf8(bytes)) {
    // Blank lines at the start are common: plugins print them.
    const text: string = isBegun ? piece : piece.trimStart();
    if (!isBegun) skipped += piece.slice(0, piece.length - text.length).split('\n').length - 1;
    isBegun ||= text !== '';
    const before = heard();
    parser.write(text);
    since = heard() === before ? since + text.length : 0;
    if (since > (isKnown() ? MOST.element : MOST.head))
      fail(isKnown() ? 'One element is larger than this can read.' : 'This is not a WordPress export (WXR).');
    yield* ready.splice(0);
  }
  if (!isBegun) fail('The file is empty.');
  parser.close();
  yield* ready.splice(0);
}
