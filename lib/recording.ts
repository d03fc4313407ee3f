import { hash } from 'node:crypto';

/** How the driver returns rows: all of them, or the first. */
export type ReadMethod = 'run' | 'all' | 'values' | 'get';
/** A statement that only reads, with its values, as the database driver gets them. */
export type Read = { sql: string; params: unknown[]; method: ReadMethod };

/** In the key of a read, the value that was the request's time. */
const CLOCK = { clock: true };

/** The texts of all recorded statements, by a short hash; keys of reads contain only the hash. */
const statements = new Map<string, string>();
const ids = new Map<string, string>();

const shortHash = (text: string, length: number) => hash('sha256', text, 'base64url').slice(0, length);

function statementId(sql: string): string {
  let id = ids.get(sql);
  if (id === undefined) {
    id = shortHash(sql, 12);
    ids.set(sql, id);
    statements.set(id, sql);
  }
  return id;
}

/** The text of a recorded statement; undefined for an id that this process has not seen. */
export const statementOf = (id: string): string | undefined => statements.get(id);

/** Makes the text of a statement known that another process has recorded. */
export const addStatement = (sql: string): string => statementId(sql);

/** 128 bits: two answers that differ never count as the same. */
export const answerOf = (rows: unknown): string => shortHash(JSON.stringify(rows) ?? '', 22);

/** The id of the statement in the key of a read. */
export const statementIdOf = (key: string): string => key.slice(0, key.indexOf(' '));

/**
 * The read of a key, as it is asked at another time. Undefined if its statement is unknown.
 */
export function readOf(key: string, now: number): Read | undefined {
  const [id = '', method = ''] = key.split(' ', 2);
  const sql = statements.get(id);
  if (sql === undefined) return undefined;
  const values = JSON.parse(key.slice(id.length + method.length + 2)) as unknown[];
  const params = values.map((value) => (typeof value === 'object' && value !== null ? now : value));
  return { sql, method: method as ReadMethod, params };
}

/**
 * What a page was made from: every read of its render and a hash of its rows. If all reads give the same rows
 * again, the page would be the same. A value that is the request's time is recorded as such, so that the
 * reads can be asked at another time (docs/decisions/022).
 */
export class Recording {
  /** The time of the request, in milliseconds. */
  readonly now: number;
  /** By the key of each read: the hash of its rows. */
  readonly answers = new Map<string, string>();
  /**
   * False once the render did something that asking again cannot repeat: a write, a transaction, a value that
   * has no key, or one read with two answers.
   */
  isComplete = true;
  /** The time from which the page differs although no row has changed, in milliseconds. */
  until = Infinity;

  constructor(now: number) {
    this.now = now;
  }

  private add({ sql, params, method }: Read, rows: unknown): void {
    const values: unknown[] = [];
    for (const param of params) {
      if (param !== null && !['string', 'number'].includes(typeof param)) return this.spoil();
      values.push(param === this.now ? CLOCK : param);
    }
    const key = `${statementId(sql)} ${method} ${JSON.stringify(values)}`;
    const answer = answerOf(rows);
    if ((this.answers.get(key) ?? answer) !== answer) this.spoil();
    this.answers.set(key, answer);
  }

  private spoil(): void {
    this.isComplete = false;
  }

  /** What watches the statements of the render (`Database.watch`). */
  onStatement = (statement: Read, answer?: { rows: unknown }): void =>
    answer ? this.add(statement, answer.rows) : this.spoil();
}
