import { getMessages } from 'next-intl/server';

export type ActionNoun = { noun: string; actions: string[] };

/**
 * The kinds of act that have words, by noun, for the list to choose from: asking the log for them would read
 * all of it.
 */
export async function getActions(): Promise<ActionNoun[]> {
  const { actions } = (await getMessages()).newsroom.audit;
  return Object.entries(actions).map(([noun, words]) => ({
    noun,
    actions: typeof words === 'string' ? [] : Object.keys(words).map((verb) => `${noun}.${verb}`),
  }));
}
