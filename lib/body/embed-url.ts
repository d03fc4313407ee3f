import type { EmbedProvider } from './doc.ts';
import { cleanAddress } from './web-address.ts';

export type Embed = { provider: EmbedProvider; url: string };

/** Matches a host and its mobile and www forms. */
const hosts = (...names: string[]) =>
  new RegExp(`^(?:www\\.|m\\.|mobile\\.|web\\.)?(?:${names.join('|').replaceAll('.', '\\.')})$`);

type Rule = {
  provider: EmbedProvider;
  host: RegExp;
  /** The address to store; undefined for pages that do not show a single item. */
  read: (url: URL) => string | undefined;
};

const asIs = (pattern: RegExp) => (url: URL) => (pattern.test(url.pathname) ? url.href : undefined);
const plain = (pattern: RegExp) => (url: URL) =>
  pattern.test(url.pathname) ? `${url.origin}${url.pathname}` : undefined;

function readYoutube(url: URL): string | undefined {
  const id =
    url.hostname === 'youtu.be'
      ? url.pathname.slice(1)
      : (url.searchParams.get('v') ?? /^\/(?:embed|shorts|live|v)\/([\w-]+)/.exec(url.pathname)?.[1]);
  if (!id || !/^[\w-]{11}$/.test(id)) return undefined;
  const [seconds] = /^\d+/.exec(url.searchParams.get('t') ?? url.searchParams.get('start') ?? '') ?? [];
  return `https://www.youtube.com/watch?v=${id}${seconds ? `&t=${seconds}` : ''}`;
}

function readX(url: URL): string | undefined {
  const [, who, id] = /^\/(\w+|i\/web)\/status(?:es)?\/(\d+)/.exec(url.pathname) ?? [];
  return id ? `https://x.com/${who}/status/${id}` : undefined;
}

function readVimeo(url: URL): string | undefined {
  const id = /^\/(?:video\/|channels\/\w+\/)?(\d+)/.exec(url.pathname)?.[1];
  return id ? `https://vimeo.com/${id}` : undefined;
}

function readTelegram(url: URL): string | undefined {
  const [, who, id] = /^\/(?:s\/)?(\w+)\/(\d+)\/?$/.exec(url.pathname) ?? [];
  return id ? `https://t.me/${who}/${id}` : undefined;
}

/** The address of SoundCloud's player contains the track in a parameter. */
function readSoundcloud(url: URL): string | undefined {
  if (url.hostname !== 'w.soundcloud.com') return plain(/^\/[\w-]+\/[\w-]+/)(url);
  const meant = URL.parse(url.searchParams.get('url') ?? '');
  return meant && /^(?:[\w-]+\.)?soundcloud\.com$/.test(meant.hostname) ? meant.href : undefined;
}

/** Does not match `google.evil.example`. */
const GOOGLE = 'google\\.(?:com|[a-z]{2}|com?\\.[a-z]{2})';

const RULES: Rule[] = [
  {
    provider: 'youtube',
    host: hosts('youtube.com', 'youtu.be', 'youtube-nocookie.com', 'music.youtube.com'),
    read: readYoutube,
  },
  { provider: 'x', host: hosts('x.com', 'twitter.com'), read: readX },
  {
    provider: 'facebook',
    host: hosts('facebook.com'),
    read: asIs(
      /^\/(?:[\w.%-]+\/(?:posts|videos|photos)\/|reel\/|share\/|watch\/?$|photo|story\.php|permalink\.php|groups\/[^/]+\/(?:posts|permalink)\/)/,
    ),
  },
  { provider: 'facebook', host: hosts('fb.watch'), read: plain(/^\/[\w-]+/) },
  {
    provider: 'instagram',
    host: hosts('instagram.com'),
    read: plain(/^\/(?:[\w.]+\/)?(?:p|reel|tv)\/[\w-]+/),
  },
  { provider: 'tiktok', host: hosts('tiktok.com'), read: plain(/^\/(?:@[\w.-]+\/video\/\d+|t\/\w+)/) },
  { provider: 'tiktok', host: hosts('vm.tiktok.com', 'vt.tiktok.com'), read: plain(/^\/\w+/) },
  { provider: 'telegram', host: hosts('t.me', 'telegram.me'), read: readTelegram },
  { provider: 'soundcloud', host: hosts('soundcloud.com', 'w.soundcloud.com'), read: readSoundcloud },
  { provider: 'soundcloud', host: hosts('on.soundcloud.com'), read: plain(/^\/\w+/) },
  { provider: 'vimeo', host: hosts('vimeo.com', 'player.vimeo.com'), read: readVimeo },
  {
    provider: 'map',
    host: hosts('openstreetmap.org'),
    read: (url) =>
      url.hash.startsWith('#map=') || url.pathname.length > 1 || url.searchParams.has('mlat')
        ? url.href
        : undefined,
  },
  { provider: 'map', host: new RegExp(`^(?:www\\.)?${GOOGLE}$`), read: asIs(/^\/maps(?:\/|$)/) },
  { provider: 'map', host: new RegExp(`^maps\\.${GOOGLE}$`), read: (url) => url.href },
  { provider: 'map', host: hosts('maps.app.goo.gl'), read: plain(/^\/\w+/) },
  { provider: 'map', host: hosts('goo.gl'), read: plain(/^\/maps\/\w+/) },
];

const PROVIDERS: ReadonlySet<unknown> = new Set(RULES.map(({ provider }) => provider));
export const isProvider = (value: unknown): value is EmbedProvider => PROVIDERS.has(value);

/** Whether an address belongs to the provider of a card. Compares the whole host, not only its end. */
export function leadsTo(provider: EmbedProvider, address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    RULES.some((rule) => rule.provider === provider && rule.host.test(url.hostname))
  );
}

/**
 * The embed for an address of a known provider; undefined for any other address, which stays a plain link.
 */
export function parseEmbed(text: string): Embed | undefined {
  const address = cleanAddress(text);
  if (!address) return undefined;
  const url = new URL(address);
  url.protocol = 'https:';
  const hostname = url.hostname;
  for (const { provider, host, read } of RULES) {
    const found = host.test(hostname) ? read(url) : undefined;
    if (found) return { provider, url: found };
  }
  return undefined;
}
