import { expect, it } from 'vitest';
import { parseEmbed } from './embed-url.ts';

it.each([
  [
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ&si=AbC&utm_source=x',
    'youtube',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
  ],
  ['https://youtu.be/dQw4w9WgXcQ?t=42', 'youtube', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42'],
  ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'youtube', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
  [
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0',
    'youtube',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
  ],
  ['https://twitter.com/some_one/status/1234567890?s=20', 'x', 'https://x.com/some_one/status/1234567890'],
  ['https://mobile.x.com/a/status/12', 'x', 'https://x.com/a/status/12'],
  [
    'https://www.facebook.com/page.name/posts/pfbid02abc?fbclid=123',
    'facebook',
    'https://www.facebook.com/page.name/posts/pfbid02abc',
  ],
  ['https://www.facebook.com/watch/?v=123456', 'facebook', 'https://www.facebook.com/watch/?v=123456'],
  ['https://fb.watch/abc-12/', 'facebook', 'https://fb.watch/abc-12/'],
  ['https://www.instagram.com/p/Cabc_123/?igsh=xyz', 'instagram', 'https://www.instagram.com/p/Cabc_123/'],
  [
    'https://www.tiktok.com/@some.one/video/7123456789?is_from_webapp=1',
    'tiktok',
    'https://www.tiktok.com/@some.one/video/7123456789',
  ],
  ['https://vm.tiktok.com/ZMabc/', 'tiktok', 'https://vm.tiktok.com/ZMabc/'],
  ['https://t.me/s/channel/321', 'telegram', 'https://t.me/channel/321'],
  ['https://soundcloud.com/artist/track?si=1', 'soundcloud', 'https://soundcloud.com/artist/track'],
  ['https://player.vimeo.com/video/76979871?h=1', 'vimeo', 'https://vimeo.com/76979871'],
  [
    'https://www.openstreetmap.org/?mlat=32.9&mlon=13.1#map=15/32.9/13.1',
    'map',
    'https://www.openstreetmap.org/?mlat=32.9&mlon=13.1#map=15/32.9/13.1',
  ],
  [
    'https://www.google.com/maps/place/Tripoli/@32.8,13.1,12z',
    'map',
    'https://www.google.com/maps/place/Tripoli/@32.8,13.1,12z',
  ],
  ['https://maps.app.goo.gl/AbCd', 'map', 'https://maps.app.goo.gl/AbCd'],
  [
    'http://www.google.com/url?q=https://youtu.be/dQw4w9WgXcQ&sa=D',
    'youtube',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
  ],
])('parseEmbed reads %s as an embed', (address, provider, url) =>
  expect(parseEmbed(address)).toEqual({ provider, url }),
);

it.each([
  'https://www.youtube.com/',
  'https://www.youtube.com/@channel',
  'https://youtu.be/short',
  'https://x.com/someone',
  'https://t.me/channel',
  'https://www.facebook.com/page.name',
  'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
  'https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ',
  'https://notx.com/a/status/1',
  'https://www.google.com/search?q=maps',
  'javascript:alert(1)//youtube.com/watch?v=dQw4w9WgXcQ',
  'https://example.org/',
  'كلام',
  '',
])('parseEmbed returns undefined for «%s»', (address) => expect(parseEmbed(address)).toBeUndefined());
