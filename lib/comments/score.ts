/** One reason for a comment's score; `start` and `end` mark the words it is about. */
export type Signal = { rule: string; points: number; start?: number; end?: number; detail?: string };
