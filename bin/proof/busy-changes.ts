import type { BusyPage } from '#db/seed/archive/busy-pages.ts';
import type { BusyKind } from '#db/testing/acts/busy-acts.ts';
import { BUSY_KINDS, type Newsroom } from './busy-acts.ts';
import { askEach, type Answer, type Readers } from './busy-load.ts';

/** The most asked pages, which are all asked again after each change. */
const SAMPLE = 1000;
/** How often each change is made. An act may be refused; then another one is tried. */
const TIMES: Partial<Record<BusyKind, number>> = {
  'approved comment': 5,
  'live entry': 5,
  // Every page shows these.
  'breaking line': 1,
  settings: 1,
};
const USUAL_TIMES = 2;
const MOST_REFUSED = 5;
const MOST_REASONS = 4;

export type ChangeCost = {
  kind: BusyKind | 'none';
  times: number;
  pages: number;
  /** Rendered articles and other pages after each time. */
  articles: number[];
  others: number[];
  /** CPU of the server for each page that was asked for, renders included. */
  cpuMs: number;
  /** What was rendered but for the page of the changed article, articles first. */
  reasons: Reason[];
};
type Reason = { page: BusyPage['kind']; read: string; count: number };

function countReasons(reasons: Omit<Reason, 'count'>[]): Reason[] {
  const counts = new Map<string, Reason>();
  for (const { page, read } of reasons) {
    const count = (counts.get(page + read)?.count ?? 0) + 1;
    counts.set(page + read, { page, read, count });
  }
  const isArticle = ({ page }: Reason) => Number(page === 'article');
  return [...counts.values()]
    .sort((a, b) => isArticle(b) - isArticle(a) || b.count - a.count)
    .slice(0, MOST_REASONS);
}

type Given = {
  readers: Readers;
  newsroom: Newsroom;
  ranking: readonly BusyPage[];
  cpuMs: () => number;
};

/** Makes each kind of change alone, and asks for the most asked pages and the changed article after it. */
export async function measureChanges({ readers, newsroom, ranking, cpuMs }: Given): Promise<ChangeCost[]> {
  const sample = ranking.slice(0, SAMPLE);
  const kinds = new Map(sample.map(({ path, kind }) => [path, kind]));

  async function pass(own?: string) {
    const rendered: { path: string; answer: Answer }[] = [];
    const paths = sample.map(({ path }) => path);
    if (own !== undefined && !kinds.has(own)) paths.push(own);
    const before = cpuMs();
    await askEach(readers, paths, (path, answer) => {
      // The token of a comment form ends at its own time, whatever was changed.
      if (answer.how === 'rendered' && answer.why !== 'expired') rendered.push({ path, answer });
    });
    const isArticle = ({ path }: { path: string }) => (kinds.get(path) ?? 'article') === 'article';
    const articles = rendered.filter(isArticle).length;
    const reasons = rendered
      .filter(({ path }) => path !== own)
      .map(({ path, answer }) => ({ page: kinds.get(path) ?? 'article', read: answer.why }));
    return {
      cpuMs: (cpuMs() - before) / paths.length,
      articles,
      others: rendered.length - articles,
      reasons,
    };
  }

  function costOf(kind: ChangeCost['kind'], passes: Awaited<ReturnType<typeof pass>>[]): ChangeCost {
    return {
      kind,
      times: passes.length,
      pages: sample.length,
      articles: passes.map(({ articles }) => articles),
      others: passes.map(({ others }) => others),
      cpuMs: passes.reduce((sum, each) => sum + each.cpuMs, 0) / passes.length,
      reasons: countReasons(passes.flatMap(({ reasons }) => reasons)),
    };
  }

  async function passAfter(kind: BusyKind) {
    for (let refused = 0; refused < MOST_REFUSED; refused++) {
      const { path, refused: why } = await newsroom.act(kind);
      if (why === undefined) return pass(path);
    }
    return undefined;
  }

  // Renders what the span has changed, and then answers everything without a question.
  await pass();
  const costs = [costOf('none', [await pass()])];
  for (const kind of BUSY_KINDS) {
    const passes = [];
    for (let time = 0; time < (TIMES[kind] ?? USUAL_TIMES); time++) {
      const made = await passAfter(kind);
      if (made) passes.push(made);
    }
    if (passes.length > 0) costs.push(costOf(kind, passes));
    console.error(`Measured ${passes.length} × ${kind}`);
  }
  return costs;
}
