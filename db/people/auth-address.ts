import type { DBAdapterInstance } from 'better-auth/types';

/*
 * better-auth looks at an address before it looks for it, and knows no domain whose last part is written in
 * another script (`xn--wgbh1c` for `مصر`). Such an address is asked for with a part of letters behind it,
 * which its way to the database takes off.
 */
const BEHIND = '.idn';
const LAST_PART = /\.xn--[a-z0-9-]+$/;

const keptAddress = (asked: unknown): string | undefined =>
  typeof asked === 'string' && asked.endsWith(BEHIND) && LAST_PART.test(asked.slice(0, -BEHIND.length))
    ? asked.slice(0, -BEHIND.length)
    : undefined;

/**
 * A member's address as better-auth takes it. What was typed in our own form of asking is nobody's: tries are
 * counted by the one that is kept.
 */
export const askedAddress = (email: string): string =>
  keptAddress(email) ? '' : LAST_PART.test(email) ? email + BEHIND : email;

/**
 * The adapter, which finds members at domains of every script. What it finds carries the address it was asked
 * for: better-auth compares.
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
