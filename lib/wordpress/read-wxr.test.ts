import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWxr } from './read-wxr.ts';
import { WxrFault, type WxrPortion } from './wxr.ts';

const head = (version = '1.2') => `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.9" -->
<rss version="2.0" xmlns:wp="http://wordpress.org/export/${version}/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>صحيفة</title><link>https://www.paper.example</link>
<wp:wxr_version>${version}</wp:wxr_version><wp:base_blog_url>https://www.Paper.example/</wp:base_blog_url>
<wp:author><wp:author_email><![CDATA[boss@birds.example]]></wp:author_email></wp:author>`;
const item = (
  comments: string,
) => `<item><title><![CDATA[خبر & آخر]]></title><link>https://paper.example/%d8%ae/</link><content:encoded><![CDATA[<p>${'نص '.repeat(50)}</p>]]></content:encoded>
<wp:post_id>7</wp:post_id><wp:post_date_gmt><![CDATA[0000-00-00 00:00:00]]></wp:post_date_gmt><wp:post_date>2024-05-01 10:00:00</wp:post_date><wp:post_name><![CDATA[%d8%ae]]></wp:post_name>
<wp:postmeta><wp:meta_key>x</wp:meta_key><wp:meta_value>y</wp:meta_value></wp:postmeta>${comments}</item>`;
const comment = (
  id: number,
  more = '',
) => `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author><![CDATA[أمل]]></wp:comment_author>
<wp:comment_author_email>amal@birds.example</wp:comment_author_email><wp:comment_author_url>http://a.example/?a=1&amp;b=2</wp:comment_author_url><wp:comment_author_IP>203.0.113.7</wp:comment_author_IP>
<wp:comment_date_gmt>2024-05-02 08:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[نص ]]]]><![CDATA[> <b>غليظ</b>]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent>${more}</wp:comment>`;
const file = (body: string, version?: string) => `${head(version)}${body}</channel></rss>`;

async function read(text: string | Uint8Array, size = 1 << 20): Promise<WxrPortion[]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
    bytes.subarray(n * size, (n + 1) * size),
  );
  const portions: WxrPortion[] = [];
  for await (const portion of readWxr(pieces)) portions.push(portion);
  return portions;
}
const faultOf = (text: string | Uint8Array) =>
  read(text).then(
    () => 'none',
    (error: unknown) => (error instanceof WxrFault ? error.message : `bug: ${String(error)}`),
  );

describe('a WordPress export', () => {
  it.each([1, 7, 4096])('gives the same result in pieces of %i bytes', async (size) => {
    const [portion, ...others] = await read(
      file(item(comment(3, '<wp:comment_type>pingback</wp:comment_type>'))),
      size,
    );
    expect(others).toEqual([]);
    expect(portion).toEqual({
      item: {
        source: 'paper.example',
        postId: '7',
        title: 'خبر & آخر',
        link: 'https://paper.example/%d8%ae/',
        slug: '%d8%ae',
        at: new Date('2024-05-01T10:00:00Z'),
      },
      comments: [
        {
          id: '3',
          parentId: '',
          author: 'أمل',
          email: 'amal@birds.example',
          content: 'نص ]]> <b>غليظ</b>',
          at: new Date('2024-05-02T08:00:00Z'),
          approved: '1',
          type: 'pingback',
          own: null,
        },
      ],
    });
  });

  it.each(['1.0', '1.1', '1.2'])('may have version %s', async (version) =>
    expect(await read(file(item(comment(1)), version))).toHaveLength(1),
  );

  it('is returned in portions of one item', async () => {
    const portions = await read(
      file(
        item(Array.from({ length: 1001 }, (_, n) => comment(n)).join('')) + item('') + item(comment(5000)),
      ),
    );
    expect(portions.map(({ comments }) => comments.length)).toEqual([500, 500, 1, 1]);
    expect(portions[0]!.item).toBe(portions[2]!.item);
    expect(portions[2]!.item).not.toBe(portions[3]!.item);
  });

  it('may begin with blank lines and a byte order mark, and contain control characters of plugins', async () => {
    expect(await read(`\uFEFF\n\n${file(item(comment(1).replace('نص', 'ن\u0001\u001Cص')))}`)).toMatchObject([
      { comments: [{ content: 'نص ]]> <b>غليظ</b>' }] },
    ]);
  });

  it('has null for a zero date and for an invalid day', async () => {
    const times = ['0000-00-00 00:00:00', '2024-02-31 08:00:00', 'غدًا', '1969-01-01 00:00:00'];
    const [portion] = await read(
      file(item(times.map((time) => comment(1).replace('2024-05-02 08:00:00', time)).join(''))),
    );
    expect(portion!.comments.map(({ at }) => at)).toEqual([null, null, null, null]);
  });

  it('may be larger than the available memory', async () => {
    const piece = item(
      `<wp:postmeta><wp:meta_value><![CDATA[${'س'.repeat(500_000)}]]></wp:meta_value></wp:postmeta>${comment(1)}`,
    );
    // One megabyte a piece: code that keeps the text of sixty pieces exceeds 48 megabytes, however late
    // memory is collected.
    const code = `
      import { readWxr } from './lib/wordpress/read-wxr.ts';
      const [head, piece] = ${JSON.stringify([head(), piece])}.map((text) => Buffer.from(text));
      const pieces = function* () {
        yield head;
        for (let n = 0; n < 60; n++) yield piece;
        yield Buffer.from('</channel></rss>');
      };
      let count = 0;
      for await (const { comments } of readWxr(pieces())) count += comments.length;
      console.log(count);`;
    const child = spawn(process.execPath, ['--max-old-space-size=48', '--input-type=module'], {
      cwd: join(import.meta.dirname, '../..'),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child.stdin.end(code);
    const [said, [status]] = await Promise.all([child.stdout.toArray(), once(child, 'close')]);
    expect([Buffer.concat(said).toString().trim(), status]).toEqual(['60', 0]);
  });
});

describe('an invalid file', () => {
  const laughs = `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>\n<rss><channel><title>&lol2;</title></channel></rss>`;
  const external = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>`;
  it.each([
    ['billion laughs', laughs, 'Line 2: A DOCTYPE may not stand in a WordPress export.'],
    ['an external entity', external, 'Line 1: A DOCTYPE may not stand in a WordPress export.'],
    [
      'an undefined entity',
      file(item(comment(1).replace('203.0.113.7', '&nbsp;'))),
      /^Line 9: The file is broken here: undefined entity/,
    ],
    [
      'a truncated file',
      file(item(comment(1))).slice(0, -40),
      /^Line 10: The file is broken here: unclosed tag/,
    ],
    [
      'a file truncated within a character',
      Buffer.from(head()).subarray(0, Buffer.from(head()).indexOf('صحيفة') + 3),
      /^Line 4: The file ends in the middle of a letter/,
    ],
    ['plain text', 'مرحبا', /^Line 1: The file is broken here/],
    ['an unclosed tag', '<rss>', /unclosed tag: rss/],
    ['an empty file', '', 'Line 1: The file is empty.'],
    ['blank lines', '\n\n \n', /The file is empty/],
    ['JSON', '{"a":1}', /^Line 1: The file is broken here/],
    ['an HTML page', '<!doctype html><html></html>', /^Line 1: /],
    [
      'another XML format',
      '<feed xmlns="http://www.w3.org/2005/Atom"></feed>',
      'Line 1: This is not a WordPress export (WXR): it begins with <feed>.',
    ],
    [
      'a plain feed',
      '<rss><channel><item><title>x</title></item></channel></rss>',
      'Line 1: This is not a WordPress export (WXR): wp:wxr_version is missing.',
    ],
    ['a later WXR version', file(item(comment(1)), '2.0'), /This is WXR 2\.0/],
    ['deeply nested elements', `${head()}${'<a>'.repeat(100)}`, /nested too deep/],
    ['a very long text', 'x'.repeat(300_000), /^Line 1: /],
    ['a very long comment', `<!-- ${'x'.repeat(300_000)}`, 'Line 1: This is not a WordPress export (WXR).'],
    [
      'Windows-1256',
      Buffer.from(file('').replace('UTF-8', 'windows-1256'), 'latin1'),
      'Line 1: The file is in windows-1256. Save it as UTF-8, and say so in its first line.',
    ],
    [
      'a file with the wrong encoding in its first line',
      Buffer.concat([Buffer.from(`${head()}\n<x>`), Buffer.from([0xc7, 0xe1])]),
      'Line 7: The file is not whole UTF-8. Save it as UTF-8.',
    ],
    [
      'UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(file(''), 'utf16le')]),
      'Line 1: The file is in UTF-16. Save it as UTF-8.',
    ],
  ])('%s is rejected with its line', async (_, text, message) => {
    const fault = await faultOf(text);
    if (typeof message === 'string') expect(fault).toBe(message);
    else expect(fault).toMatch(message);
  });
});
