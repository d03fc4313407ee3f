import type { IncomingMessage } from 'node:http';
import { hasAppreciatedOn } from '#db/comments/appreciations.ts';
import { hasOwnOn } from '#db/comments/own.ts';
import { readWriter } from '#lib/comments/writer-token.ts';
import { getKeys } from '#lib/security/keys.ts';

/*
 * An article's page is the same for all readers, and cached. Only a writer with a waiting comment or an
 * appreciation there gets a page of their own, which is never cached. So only a request with the writer
 * cookie needs another check (a signature and a read by index).
 */
const ARTICLE = /^\/[a-z]{2}\/[^/]+\/([1-9]\d{0,9})\/[^/]+$/;

/** Whether a request may come from a writer; does not verify the signature of the cookie. */
export const hasWriterCookie = ({ headers }: IncomingMessage): boolean =>
  headers.cookie?.includes('writer=') ?? false;

/** The id of the writer in the signed cookie; empty without one. */
export const writerOf = ({ headers }: IncomingMessage): string =>
  headers.cookie ? readWriter(getKeys().commentLink, headers.cookie) : '';

/**
 * Whether this writer sees something on a page that others do not; `path` is an internal path, with or
 * without its query.
 */
export async function hasOwnView(writerId: string, path: string): Promise<boolean> {
  const [, number] = writerId === '' ? [] : (ARTICLE.exec(path.split('?', 1)[0]!) ?? []);
  return (
    number !== undefined &&
    ((await hasOwnOn(writerId, Number(number))) || hasAppreciatedOn(writerId, Number(number)))
  );
}
