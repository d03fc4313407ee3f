import type { SendFailure } from './send-failure.ts';

export type SendWords = Partial<
  Record<SendFailure | 'signIn' | 'reload' | 'leave' | 'restored' | 'forget', string>
>;

/**
 * They stand ready in the layout, in the language of who asked: when a form can't be sent, nothing can be
 * fetched either.
 */
export const sendWords = (): SendWords => ({ ...document.getElementById('send-words')?.dataset });
