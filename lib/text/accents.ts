/** The accents that a newsroom can choose from; tokens.css has their colours. */
export const ACCENTS = ['madder', 'indigo', 'pine', 'plum', 'copper', 'slate'] as const;
export type Accent = (typeof ACCENTS)[number];
