import { tokenStems } from './token-stems.ts';
import { tokenize } from './words.ts';

/** The stems of a text, for the search index. Stop words stay, because phrases may contain them. */
export const indexText = (text: string): string =>
  tokenize(text)
    .flatMap((token) => tokenStems(token.text))
    .join(' ');
