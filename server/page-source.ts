import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Where the page of a response came from, for measurements (`MIDAD_COUNT_QUERIES`). `how` is missing for a
 * page that was right without a question.
 */
export type PageSource = {
  /** `asked`: its reads gave the same rows. `shared`: the request waited for the render of another one. */
  how?: 'asked' | 'rendered' | 'shared';
  /** Why it was rendered: the text of the first read with other rows, `expired`, or `missing`. */
  why?: string;
};

const storage = new AsyncLocalStorage<PageSource>();

export const watchPageSource = <T>(source: PageSource, work: () => T): T => storage.run(source, work);

/** Notes how the current request gets its page; does nothing unless a measurement watches. */
export function noteSource(how: NonNullable<PageSource['how']>): void {
  const source = storage.getStore();
  if (source) source.how = how;
}

/** Notes why a kept page is not right. The first reason counts. */
export function noteReason(why: string | undefined): void {
  const source = storage.getStore();
  if (source && why !== undefined) source.why ??= why;
}
