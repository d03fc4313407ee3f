/** The accents a newsroom can choose from; their colours stand in tokens.css. */
export const ACCENTS = ['madder', 'indigo', 'pine', 'plum', 'copper', 'slate'] as const;
export type Accent = (typeof ACCENTS)[number];
