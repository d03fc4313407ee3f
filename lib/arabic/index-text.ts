import { stemWord } from './stem.ts';
import { words } from './words.ts';
export const indexText = (s: string) => words(s).map(stemWord).join(' ');
