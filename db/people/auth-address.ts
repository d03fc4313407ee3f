import type { DBAdapterInstance } from 'better-auth/types';

/*
 * better-auth validates an address before it looks the address up, and rejects domains whose last part is in
 * another script (`xn--wgbh1c` for `مصر`). Such an address is passed to it with a suffix of letters, which
 * the adapter removes before the query.
 */
const BEHIND = '.idn';
const LAST_PART = /\.xn--[a-z0-9-]+$/;

const keptAddress = (asked: unknown): string | undefined =>
  typeof asked === 'string' && asked.endsWith(BEHIND) && LAST_PART.test(asked.slice(0, -BEHIND.length))
    ? asked.slice(0, -BEHIND.length)
    : undefined;

/**
 * A member's address in the form that better-auth accepts. An address that was typed with the suffix belongs
 * to nobody: attempts are counted under the stored form only.
 */
export const askedAddress = (email: string): string =>
  keptAddress(email) ? '' : LAST_PART.test(email) ? email + BEHIND : email;

/**
 * The adapter, which finds members at domains in every script. A result carries the address that was asked
 * for, because better-auth compares them.
 */
export const withEveryDomain =
  (make: DBAdapterInstance): DBAdapterInstance =>
  (options) => {
    const adapter = make(options);
    const findOne: typeof adapter.findOne = async <T>(question: Parameters<typeof adapter.findOne>[0]) => {
      const [first] = question.where;
      const email =
        question.model === 'user' && question.where.length === 1 && first?.field === 'email'
          ? keptAddress(first.value)
          : undefined;
      if (!email) return adapter.findOne<T>(question);
      const found = await adapter.findOne<T>({ ...question, where: [{ ...first!, value: email }] });
      return found && { ...found, email: first!.value };
    };
    return { ...adapter, findOne };
  };
