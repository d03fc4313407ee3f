const MARKS = /[\u0640\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u08D3-\u08FF\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g;
export const cleanText = (s: string) => s.normalize('NFKC').replace(MARKS, '').replace(/[\u0660-\u0669]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x660 + 48)).replace(/[\u06F0-\u06F9]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x6f0 + 48)).toLowerCase();
export const foldLetters = (t: string) => t.replace(/ئ(?=و)/g, 'و').replace(/[أإآٱ]/g, 'ا').replace(/[ىیئ]/g, 'ي').replace(/ؤ/g, 'و').replace(/[ةۀہ]/g, 'ه').replace(/[کگ]/g, 'ك');
export const fold = (s: string) => foldLetters(cleanText(s)).replace(/\s+/g, ' ').trim();
