export type Query = Promise<Record<string, string | string[] | undefined>>;

/** One value of a query key, empty when it is missing or given twice. */
export const single = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value : '';
