import { getMessages } from 'next-intl/server';

export type ActionNoun = { noun: string; actions: string[] };

/**
 * The actions that have messages, by noun, for the filter's list. Reading them from the log would scan all of
 * it.
 */
export async function getActions(): Promise<ActionNoun[]> {
  const { actions } = (await getMessages()).newsroom.audit;
  return Object.entries(actions).map(([noun, words]) => ({
    noun,
    actions: typeof words === 'string' ? [] : Object.keys(words).map((verb) => `${noun}.${verb}`),
  }));
}
