import { foldLetters } from './fold.ts';
export const stemWord = (w: string) => { const f = foldLetters(w); return f.length > 4 ? f.replace(/^(?:وال|بال|ال|لل)/, '') : f; };
