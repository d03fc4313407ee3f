import { fstatSync, writeSync } from 'node:fs';
import { inspect } from 'node:util';

/*
 * What the house says of itself. A line that cannot be written is lost, and that is all: on a full disk an
 * error of the log used to be an exception, which was logged, which failed again, and nobody was served.
 */
const TRIES = 20;

/** Writes to a file at once; `EAGAIN` is a pipe that is full this moment. */
function writeOrLose(fd: number, chunk: string | Uint8Array) {
  let rest = Buffer.from(chunk);
  for (let tries = 0; rest.length > 0 && tries < TRIES;) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
      tries++;
    }
  }
}

/** A file or a device; pipes and terminals are written to by Node, which waits for them. */
function isFile(fd: number): boolean {
  try {
    const stats = fstatSync(fd);
    return (
      stats.isFile() || (stats.isCharacterDevice() && !(fd === 1 ? process.stdout : process.stderr).isTTY)
    );
  } catch {
    return false;
  }
}

/**
 * Makes every way to standard output and error (ours, the console's, Next's) one that never throws. Called
 * once, before anything else.
 */
export function guardOutput() {
  for (const [fd, stream] of [
    [1, process.stdout],
    [2, process.stderr],
  ] as const) {
    stream.on('error', () => undefined);
    if (!isFile(fd)) continue;
    stream.write = ((chunk: string | Uint8Array, encoding?: unknown, done?: unknown) => {
      writeOrLose(fd, chunk);
      const callback = typeof encoding === 'function' ? encoding : done;
      if (typeof callback === 'function') process.nextTick(callback as () => void);
      return true;
    }) as typeof stream.write;
  }
}

/**
 * The error at the bottom: what the machine or the database said, under what was made of it on the way up.
 */
function findCause(error: unknown): unknown {
  let cause = error;
  for (let depth = 0; depth < 10 && cause instanceof Error && cause.cause !== undefined; depth++)
    cause = cause.cause;
  return cause;
}

/** The cause in a line: `database or disk is full (SQLITE_FULL)`. */
export function causeOf(error: unknown): string {
  const cause = findCause(error);
  if (!(cause instanceof Error)) return String(cause);
  const { code } = cause as { code?: unknown };
  return typeof code === 'string' && !cause.message.includes(code)
    ? `${cause.message} (${code})`
    : cause.message;
}

/** Says that something failed: what, the cause in a line, and where it came about. Never throws. */
export function logFault(what: string, error: unknown) {
  try {
    console.error(`${what}: ${causeOf(error)}\n${error instanceof Error ? inspect(error) : ''}`.trimEnd());
  } catch {
    // An error that cannot even be looked at: nobody is to wait for a word of it.
    writeOrLose(2, `${what}\n`);
  }
}

/** Says something in a line. Never throws. */
export function logLine(line: string) {
  try {
    console.error(line);
  } catch {
    // See above.
  }
}
