/** The orders of the threads below an article; the first is the default. */
export const SORTS = ['newest', 'oldest', 'appreciated'] as const;
export type Sort = (typeof SORTS)[number];
