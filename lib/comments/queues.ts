import { states, type CommentStatus, type readStates, type StateFacts, type StateTable } from './states.ts';

type States<T extends StateTable> = ReturnType<typeof readStates<T>>;

/** Tabs of the desk that are no state. Both list comments to keep or to take down. */
const WATCHED = ['reported', 'unreviewed'] as const;
type Watched = (typeof WATCHED)[number];

/** The tabs of the desk: what waits, what is watched, then every other state. */
export const listQueues = <T extends StateTable>({ with: having }: States<T>) => [
  ...having('isOpen', true),
  ...WATCHED,
  ...having('isOpen', false),
];

export const QUEUES = listQueues(states);
export type Queue = CommentStatus | Watched;
/** The tab that opens first. */
export const FIRST_QUEUE = 'pending' satisfies Queue;

export const isWatched = (queue: string): queue is Watched => WATCHED.some((each) => each === queue);
/** Comments of an open tab wait: the oldest come first, near-copies are decided together. */
export const isOpenQueue = (queue: Queue): boolean => !isWatched(queue) && states.table[queue].isOpen;

type Choice<State> = {
  to: State;
  label: NonNullable<StateFacts['act']>['label'] | 'keep';
  variant: NonNullable<StateFacts['act']>['variant'];
};

/** The decisions that a tab offers. */
export function listChoices<T extends StateTable>(
  queue: (keyof T & string) | Watched,
  { table, aims }: States<T>,
): Choice<(typeof aims)[number]>[] {
  const choice = (to: (typeof aims)[number]) => ({ to, ...table[to].act! });
  if (isWatched(queue))
    return aims
      .filter((to) => !table[to].isOpen)
      .map((to) => (table[to].isPublic ? { ...choice(to), label: 'keep' as const } : choice(to)));
  return table[queue].isFinal ? [] : aims.filter((to) => to !== queue).map(choice);
}
