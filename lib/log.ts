import { fstatSync, writeSync } from 'node:fs';
import { inspect } from 'node:util';

/*
 * Logging. A line that cannot be written is lost and has no other effect. Without this a full disk turns a
 * log error into an exception, which is logged, which fails again, and the server stops answering.
 */
const TRIES = 20;

/** Writes synchronously. `EAGAIN` means that a pipe is full at the moment. */
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

/** Whether it is a file or a device. Node handles pipes and terminals, for which it can wait. */
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
 * Makes every write to standard output and error (ours, the console's, Next's) safe from exceptions. Called
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

/** The innermost cause: the error of the system or the database, below the errors that wrap it. */
function findCause(error: unknown): unknown {
  let cause = error;
  for (let depth = 0; depth < 10 && cause instanceof Error && cause.cause !== undefined; depth++)
    cause = cause.cause;
  return cause;
}

/** The root cause in one line: `database or disk is full (SQLITE_FULL)`. */
export function causeOf(error: unknown): string {
  const cause = findCause(error);
  if (!(cause instanceof Error)) return String(cause);
  const { code } = cause as { code?: unknown };
  return typeof code === 'string' && !cause.message.includes(code)
    ? `${cause.message} (${code})`
    : cause.message;
}

/** Logs an error: what failed, the root cause in one line, and the stack. Never throws. */
export function logFault(what: string, error: unknown) {
  try {
    console.error(`${what}: ${causeOf(error)}\n${error instanceof Error ? inspect(error) : ''}`.trimEnd());
  } catch {
    // An error that cannot be inspected: logs only what failed.
    writeOrLose(2, `${what}\n`);
  }
}

/** Logs one line. Never throws. */
export function logLine(line: string) {
  try {
    console.error(line);
  } catch {
    // See above.
  }
}
