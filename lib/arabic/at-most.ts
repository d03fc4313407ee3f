import { z } from 'zod';
import { isLongerThan } from './count-characters.ts';

/**
 * For text that people type: limits the number of characters as a reader counts them. The issue has the same
 * code as that of `.max()`.
 */
export const atMost = (most: number) =>
  z.check<string>((context) => {
    if (isLongerThan(context.value, most))
      context.issues.push({
        code: 'too_big',
        origin: 'string',
        maximum: most,
        inclusive: true,
        input: context.value,
      });
  });
