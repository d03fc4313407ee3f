/*
 * Fetched beside the page, so it may be here before the page's end: the parts begin when all that they look
 * for stands there.
 */
const begin = () => import('./parts.ts');

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
else void begin();
