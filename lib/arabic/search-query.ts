import { stemWord } from './stem.ts';
import { words } from './words.ts';
export function parseSearchQuery(q: string) { const s = [...new Set(words(q.slice(0, 200)).map(stemWord))].slice(0, 12); if (!s.length) return null; const e = s.map((x) => `"${x}"`); return { and: e.join(' AND '), or: e.join(' OR '), stems: new Set(s), termCount: s.length }; }
