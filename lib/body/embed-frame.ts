import type { EmbedProvider } from './doc.ts';
import { leadsTo } from './embed-url.ts';

/**
 * The hosts of frames that a reader's click may load. The front door's content security policy has the same
 * list.
 */
export const FRAME_HOSTS = [
  'https://www.youtube-nocookie.com',
  'https://player.vimeo.com',
  'https://w.soundcloud.com',
  'https://platform.twitter.com',
  'https://www.facebook.com',
  'https://www.instagram.com',
  'https://www.tiktok.com',
  'https://t.me',
  'https://www.openstreetmap.org',
] as const;

type Frame = { src: string; /** The aspect ratio. */ shape: 'wide' | 'tall' | 'strip' };

const FRAMES: Record<EmbedProvider, (url: URL) => Frame | undefined> = {
  youtube: (url) => {
    const id = /^\/(?:embed\/|shorts\/|live\/)?([\w-]{11})$/.exec(
      url.hostname === 'youtu.be' || url.pathname !== '/watch'
        ? url.pathname
        : `/${url.searchParams.get('v')}`,
    )?.[1];
    return id ? { src: `https://www.youtube-nocookie.com/embed/${id}`, shape: 'wide' } : undefined;
  },
  vimeo: (url) => {
    const id = /^\/(?:video\/)?(\d+)$/.exec(url.pathname)?.[1];
    return id ? { src: `https://player.vimeo.com/video/${id}?dnt=1`, shape: 'wide' } : undefined;
  },
  soundcloud: (url) => ({
    src: `https://w.soundcloud.com/player/?url=${encodeURIComponent(url.href)}`,
    shape: 'strip',
  }),
  x: (url) => {
    const id = /\/status\/(\d+)/.exec(url.pathname)?.[1];
    return id
      ? { src: `https://platform.twitter.com/embed/Tweet.html?id=${id}&dnt=true`, shape: 'tall' }
      : undefined;
  },
  facebook: (url) => ({
    src: `https://www.facebook.com/plugins/post.php?href=${encodeURIComponent(url.href)}`,
    shape: 'tall',
  }),
  instagram: (url) => {
    const [, kind, id] = /^\/(?:[\w.]+\/)?(p|reel)\/([\w-]+)/.exec(url.pathname) ?? [];
    return id ? { src: `https://www.instagram.com/${kind}/${id}/embed`, shape: 'tall' } : undefined;
  },
  tiktok: (url) => {
    const id = /\/video\/(\d+)/.exec(url.pathname)?.[1];
    return id ? { src: `https://www.tiktok.com/embed/v2/${id}`, shape: 'tall' } : undefined;
  },
  telegram: (url) =>
    /^\/\w+\/\d+$/.test(url.pathname)
      ? { src: `https://t.me${url.pathname}?embed=1`, shape: 'tall' }
      : undefined,
  map: (url) =>
    /^(?:www\.)?openstreetmap\.org$/.test(url.hostname) && url.pathname.startsWith('/export/embed')
      ? { src: url.href, shape: 'wide' }
      : undefined,
};

/**
 * The frame that a click on an embed's card loads in its place; undefined if the content can only be opened
 * at the provider.
 */
export function embedFrame(provider: EmbedProvider, address: string): Frame | undefined {
  const url = URL.parse(address);
  return url && leadsTo(provider, address) ? FRAMES[provider](url) : undefined;
}
