/** Whether a write failed because a unique value already exists, on SQLite or PostgreSQL. */
export function isUniqueViolation(error: unknown): boolean {
  for (let e = error as { code?: unknown; cause?: unknown } | undefined; e; e = e.cause as typeof e) {
    if (
      e.code === 'SQLITE_CONSTRAINT_UNIQUE' ||
      e.code === 'SQLITE_CONSTRAINT_PRIMARYKEY' ||
      e.code === '23505'
    )
      return true;
  }
  return false;
}

/** Whether SQLite refused because another process holds a lock. */
export const isBusy = (error: unknown): boolean =>
  String((error as { code?: unknown } | undefined)?.code ?? '').startsWith('SQLITE_BUSY');
