import { newsroom } from './articles.ts';
import { discussion } from './discussion.ts';
import { front, live } from './front.ts';
import { paper } from './paper.ts';
import type { Act } from './pick.ts';

/** What a newsroom and its readers do, each on something that it picks. An act may be refused. */
export const RANDOM_ACTS: Readonly<Record<string, Act>> = {
  ...newsroom,
  ...front,
  ...live,
  ...discussion,
  ...paper,
};
