import { describe, expect, it } from 'vitest';
import { docSchema, type EmbedProvider } from './doc.ts';
import { embedFrame } from './embed-frame.ts';
import { leadsTo, parseEmbed } from './embed-url.ts';
import { toBlocks } from './from-editor.ts';

/* The whole host identifies the provider: anyone can register a name with the same ending. */
const FALSE: [EmbedProvider, string][] = [
  ['map', 'https://evilopenstreetmap.org/export/embed.html?bbox=1,2,3,4'],
  ['map', 'https://openstreetmap.org.evil.example/export/embed.html'],
  ['map', 'https://www.google.evil.example/maps/place'],
  ['map', 'https://maps.google.evil.example/'],
  ['youtube', 'https://evil.example/watch?v=abcdefghijk'],
  ['youtube', 'https://youtube.com.evil.example/watch?v=abcdefghijk'],
  ['youtube', 'https://vimeo.com/123'],
  ['vimeo', 'https://player.vimeo.com.evil.example/video/1'],
  ['soundcloud', 'https://evilsoundcloud.com/a/b'],
  ['x', 'https://netflix.com/a/status/1'],
  ['telegram', 'https://t.me.evil.example/a/1'],
  ['youtube', 'javascript:alert(1)'],
  ['youtube', 'https://youtube.com@evil.example/watch?v=abcdefghijk'],
];

describe.each(FALSE)('an embed of %s at %s', (provider, url) => {
  it('is invalid: no frame, no body, and the editor keeps a link or the real provider', () => {
    expect(leadsTo(provider, url)).toBe(false);
    expect(embedFrame(provider, url)).toBeUndefined();
    const block = { type: 'embed', attrs: { provider, url, title: '' } };
    expect(docSchema.safeParse({ type: 'doc', v: 2, content: [block] }).success).toBe(false);
    for (const kept of toBlocks(block, 'rtl'))
      expect(
        kept.type === 'paragraph' || (kept.type === 'embed' && leadsTo(kept.attrs.provider, kept.attrs.url)),
      ).toBe(true);
  });
});

it("accepts only SoundCloud tracks in the address of SoundCloud's player", () => {
  expect(parseEmbed('https://w.soundcloud.com/player/?url=https://evilsoundcloud.com/a/b')).toBeUndefined();
  expect(
    parseEmbed('https://w.soundcloud.com/player/?url=https://api.soundcloud.com/tracks/1')?.provider,
  ).toBe('soundcloud');
});

it.each<[EmbedProvider, string]>([
  ['map', 'https://www.openstreetmap.org/export/embed.html?bbox=1,2,3,4'],
  ['map', 'https://www.google.com.ly/maps/place/x'],
  ['map', 'https://maps.google.de/?q=x'],
  ['youtube', 'https://www.youtube.com/watch?v=abcdefghijk'],
  ['x', 'https://mobile.twitter.com/a/status/1'],
])('accepts an embed of %s at %s', (provider, url) => {
  expect(leadsTo(provider, url)).toBe(true);
  expect(
    docSchema.safeParse({
      type: 'doc',
      v: 2,
      content: [{ type: 'embed', attrs: { provider, url, title: '' } }],
    }).success,
  ).toBe(true);
});
