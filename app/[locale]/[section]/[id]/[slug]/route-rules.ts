import { SORTS } from '#lib/comments/sorts.ts';
import { isId } from '#db/engine/ids.ts';
import type { QueryReader, RouteRules } from '#lib/route-rules.ts';

const sort: QueryReader = (value) =>
  value === SORTS[0] ? '' : ['', ...SORTS].find((each) => each === value);
const id: QueryReader = (value) => (value === '' || isId(value) ? value : undefined);
/** An unknown comment is no fault: the page shows the comments from the beginning. */
const comment: QueryReader = (value) => (isId(value) ? value : '');

export const rules: RouteRules = {
  query: { sort, after: id, before: id, at: comment, live: id },
  // The form of a reply, and the notice after sending.
  privateQuery: ['reply', 'said'],
};
