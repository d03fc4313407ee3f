/** The field under which a form says which sending it is; read by `sentId` (db/engine/ids.ts). */
export const SENDING = 'sending';

/** Not `randomUUID`, which a page that came without TLS has not. */
const newKey = () =>
  `${Date.now()}.${Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16).padStart(8, '0')).join('')}`;

const wordsOf = (form: FormData) =>
  JSON.stringify(
    [...form].map(([name, value]) => [
      name,
      typeof value === 'string' ? value : [value.name, value.size, value.lastModified],
    ]),
  );

/**
 * Keys of what is sent. Where no answer came, the same words are sent again under the same key, and what they
 * make is made once; other words are another matter, and nothing of them may be lost.
 */
export function createSendingKeys(make = newKey) {
  let last: { words: string; key: string } | undefined;
  return {
    keyFor(form: FormData): string {
      const words = wordsOf(form);
      if (last?.words !== words) last = { words, key: make() };
      return last.key;
    },
    /** An answer came: what is sent from now on is new, whatever it says. */
    settle() {
      last = undefined;
    },
  };
}
