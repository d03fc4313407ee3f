import type { SendFailure } from './send-failure.ts';

export type SendWords = Partial<
  Record<SendFailure | 'signIn' | 'reload' | 'leave' | 'restored' | 'forget', string>
>;

/**
 * The layout holds these texts in the language of the request: when a form cannot be sent, nothing can be
 * fetched either.
 */
export const sendWords = (): SendWords => ({ ...document.getElementById('send-words')?.dataset });
