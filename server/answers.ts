import { openDatabase } from '#db/engine/client.ts';
import type { Replay } from '#db/engine/engine.ts';
import { answerOf, readOf, statementIdOf, statementOf, type Read } from '#lib/recording.ts';
import { noteReason } from './page-source.ts';

/** Answers of reads that several pages share are remembered, up to this many. */
const MOST_KNOWN = 20_000;

function noteChange(key: string): 'changed' {
  noteReason(statementOf(statementIdOf(key)));
  return 'changed';
}

/**
 * What recorded reads give in one epoch of the page cache: between two changes of the content version, and
 * between two due times. Each read is asked once.
 */
export class Answers {
  /** The hash of the rows, by the key of the read. */
  private readonly known = new Map<string, string>();

  /**
   * Whether all reads of a page give the same rows at the time `now`. `counter` is the commit counter with
   * which the epoch was last confirmed.
   */
  async compare(reads: string, { counter, now }: { counter: number; now: number }): Promise<Replay> {
    const open: { key: string; answer: string; read: Read }[] = [];
    for (const [key, answer] of JSON.parse(reads) as [key: string, answer: string][]) {
      const current = this.known.get(key);
      if (current === answer) continue;
      const read = current === undefined ? readOf(key, now) : undefined;
      if (!read) return noteChange(key);
      open.push({ key, answer, read });
    }
    if (open.length === 0) return 'same';
    const asked = open.values();
    return openDatabase().askAgain(
      counter,
      open.map(({ read }) => read),
      (rows) => {
        const { key, answer } = asked.next().value!;
        const current = answerOf(rows);
        if (this.known.size >= MOST_KNOWN) this.known.clear();
        this.known.set(key, current);
        if (current !== answer) noteChange(key);
        return current === answer;
      },
    );
  }
}
