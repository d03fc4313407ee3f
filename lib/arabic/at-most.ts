import { z } from 'zod';
import { isLongerThan } from './count-characters.ts';

/**
 * For words of people: so many characters at most, as a reader counts them. The fault has the code of
 * `.max()`.
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
