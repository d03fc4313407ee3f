import { listSections } from '#db/paper/sections.ts';
import { runWithPageRequest } from '#lib/page-request.ts';
import type { Captured } from './captured-response.ts';
import { PageCache } from './page-cache.ts';

export const answer = (body: string, status = 200): Captured => ({
  status,
  headers: {},
  body: Buffer.from(body),
});

type Options = ConstructorParameters<typeof PageCache>[1] & {
  render?: (key: string, count: number) => Captured | Promise<Captured>;
  /** What a page reads from the database. */
  read?: (key: string) => Promise<unknown>;
};

/**
 * A cache whose pages contain the number of their render; `hold` delays renders, after they have read, until
 * its result is called.
 */
export function makeCache({
  render = (key, count) => answer(`${key} ${count}`),
  read = listSections,
  ...options
}: Options = {}) {
  const rendered: string[] = [];
  let gate = Promise.resolve();
  const cache = new PageCache(
    (key, recording) =>
      runWithPageRequest({ clientAddress: '', recording }, async () => {
        const count = rendered.push(key);
        await read(key);
        await gate;
        return render(key, count);
      }),
    options,
  );
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return () => {
      gate = Promise.resolve();
      resolve();
    };
  };
  return { cache, rendered, hold };
}
