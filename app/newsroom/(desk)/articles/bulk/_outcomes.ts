import { BULK_ACTS, type BulkAct } from '#components/newsroom/lists/articles-bulk-bar.tsx';
import { isId } from '#db/engine/ids.ts';
import { single } from '#app/_request/query.ts';

export const OUTCOMES = ['done', 'state', 'conflict', 'gone', 'forbidden', 'full'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const MOST_PICKED = 100;

type Values = Record<string, string | string[] | undefined>;
const listOf = (value: string | string[] | undefined) =>
  (value === undefined ? [] : Array.isArray(value) ? value : [value]).slice(0, MOST_PICKED);

export const readAct = (text: string): BulkAct | undefined => BULK_ACTS.find((act) => act === text);

/** The list of articles to return to, with its filters. Any other address becomes the whole list. */
export const readBack = (text: string): string =>
  /^\/newsroom\/articles(?:\?|$)/.test(text) ? text : '/newsroom/articles';

/** The query of the bulk page: what was ticked, or the outcome of each article (`id.outcome`). */
export function readBulkQuery(query: Values) {
  const results = listOf(query.done).flatMap((text) => {
    const [id = '', word] = text.split('.');
    const outcome = OUTCOMES.find((each) => each === word);
    return isId(id) && outcome ? [{ id, outcome }] : [];
  });
  return {
    act: readAct(single(query.act)),
    back: readBack(single(query.back)),
    picked: [...new Set(listOf(query.pick).filter(isId))],
    results,
    fault: single(query.fault),
  };
}
