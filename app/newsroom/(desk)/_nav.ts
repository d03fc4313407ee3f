import type { Capability } from '#lib/people/can.ts';

type Place = {
  href: string;
  key: PlaceKey;
  needs: Capability;
  /** Other addresses that belong to it. */
  covers?: string[];
};
type PlaceKey =
  | 'dashboard'
  | 'articles'
  | 'media'
  | 'front'
  | 'comments'
  | 'history'
  | 'tools'
  | 'bans'
  | 'sections'
  | 'tags'
  | 'authors'
  | 'pages'
  | 'redirects'
  | 'people'
  | 'siteSettings'
  | 'audit'
  | 'account';

/**
 * Every link of the sidebar with the capability that it needs. People without it do not see the link, and its
 * page refuses them.
 */
export const NAV: { group: 'content' | 'discussion' | 'site' | 'own'; places: Place[] }[] = [
  {
    group: 'content',
    places: [
      { href: '/newsroom', key: 'dashboard', needs: 'enter' },
      { href: '/newsroom/articles', key: 'articles', needs: 'write' },
      { href: '/newsroom/media', key: 'media', needs: 'write' },
      { href: '/newsroom/front', key: 'front', needs: 'curate' },
    ],
  },
  {
    group: 'discussion',
    places: [
      { href: '/newsroom/comments', key: 'comments', needs: 'moderate' },
      { href: '/newsroom/comments/history', key: 'history', needs: 'moderate' },
      {
        href: '/newsroom/comments/rules',
        key: 'tools',
        needs: 'moderate',
        covers: ['/newsroom/comments/settings', '/newsroom/comments/stats', '/newsroom/comments/privacy'],
      },
      { href: '/newsroom/comments/bans', key: 'bans', needs: 'moderate' },
    ],
  },
  {
    group: 'site',
    places: [
      { href: '/newsroom/sections', key: 'sections', needs: 'settings' },
      { href: '/newsroom/tags', key: 'tags', needs: 'curate' },
      { href: '/newsroom/authors', key: 'authors', needs: 'curate' },
      { href: '/newsroom/pages', key: 'pages', needs: 'curate' },
      { href: '/newsroom/redirects', key: 'redirects', needs: 'settings' },
      { href: '/newsroom/people', key: 'people', needs: 'manageUsers' },
      { href: '/newsroom/settings', key: 'siteSettings', needs: 'settings' },
      { href: '/newsroom/audit', key: 'audit', needs: 'settings' },
    ],
  },
  { group: 'own', places: [{ href: '/newsroom/account', key: 'account', needs: 'enter' }] },
];
