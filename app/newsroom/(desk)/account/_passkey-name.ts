import { z } from 'zod';

/** What somebody calls a key, to know it again. */
export const passkeyName = z.string().trim().min(1).max(60);
