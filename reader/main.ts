/*
 * The script loads in parallel with the page and may be ready first. The parts begin when the whole document
 * has been parsed.
 */
const begin = () => import('./parts.ts');

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
else void begin();
