export function slugify(h: string) { const s = h.normalize('NFC').replace(/[\u0640\u064B-\u0652\u0670]/g, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, ''); if (s.length <= 80) return s; return s.slice(0, 81).replace(/-[^-]*$/, ''); }
export function normalizeSlug(p: string) { try { return decodeURIComponent(p).normalize('NFC'); } catch { return null; } }
