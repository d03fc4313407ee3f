/** The field with the key of this submission; read by `sentId` (db/engine/ids.ts). */
export const SENDING = 'sending';

/** Not `randomUUID`: it does not exist on a page that was loaded without TLS. */
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
 * Keys of submissions. Without a response, the same text is sent again under the same key, so the server
 * creates its record once. Other text gets another key, and none of it may be lost.
 */
export function createSendingKeys(make = newKey) {
  let last: { words: string; key: string } | undefined;
  return {
    keyFor(form: FormData): string {
      const words = wordsOf(form);
      if (last?.words !== words) last = { words, key: make() };
      return last.key;
    },
    /** A response arrived, whatever its content: the next submission is a new one. */
    settle() {
      last = undefined;
    },
  };
}
