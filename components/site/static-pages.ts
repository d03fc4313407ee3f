/** Pages that every edition has, with the message key of their name in `site`. */
export const staticPages = [
  { slug: 'about', label: 'about' },
  { slug: 'contact', label: 'contact' },
  { slug: 'privacy', label: 'privacy' },
  { slug: 'comments', label: 'commentPolicy' },
] as const;
