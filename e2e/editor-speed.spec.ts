import type { Locator, Page } from '@playwright/test';
import { bodyOf, line, openEditor, readDoc, write } from './editor-page.ts';
import { expect, test } from './journey.ts';

const KB = 1000;

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string; chrome_mojo_event_info?: { mojo_interface_tag?: string } };
};

/**
 * The durations of the tasks on the page's main thread, longest first. They are CPU times of that thread,
 * which CPU throttling multiplies, so other programs on the test machine do not count. Tasks in which the
 * test itself inspects the page do not count either.
 */
function longTasks(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threadOf = (event: TraceEvent) => `${event.pid}:${event.tid}`;
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const own = traceEvents.filter((event) => event.ph === 'X' && mains.has(threadOf(event)));
  const looks = own.filter(
    ({ args }) => args?.chrome_mojo_event_info?.mojo_interface_tag === 'blink.mojom.DevToolsSession',
  );
  const isLook = (task: TraceEvent) =>
    looks.some(
      (look) =>
        threadOf(look) === threadOf(task) && look.ts >= task.ts && look.ts <= task.ts + (task.dur ?? 0),
    );
  const tasks = own.filter((event) => event.name.endsWith('RunTask') && !isLook(event));
  return tasks.map(({ tdur = 0 }) => tdur / 1000).sort((a, b) => b - a);
}

test('the editor page stays within its script budget, and other pages do not load the editor', async ({
  page,
}) => {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Map<string, string>();
  let bytes = 0;
  client.on(
    'Network.responseReceived',
    ({ requestId, type, response }) => type === 'Script' && scripts.set(requestId, response.url),
  );
  client.on(
    'Network.loadingFinished',
    ({ requestId, encodedDataLength }) => (bytes += scripts.has(requestId) ? encodedDataLength : 0),
  );
  await openEditor(page);
  const address = page.url();
  bytes = 0;
  await page.goto('/newsroom', { waitUntil: 'networkidle' });
  const plain = bytes;
  bytes = 0;
  await page.goto(address, { waitUntil: 'networkidle' });
  await bodyOf(page).waitFor();
  console.log('Script on the wire:', JSON.stringify({ newsroom: plain, editor: bytes }));
  expect(plain).toBeLessThanOrEqual(220 * KB);
  expect(bytes).toBeLessThanOrEqual(350 * KB);
});

const SENTENCE =
  'وصلت السفينة إلى ميناء رأس المنارة صباح اليوم وهي تحمل القمح الذي انتظرته المخابز منذ أسابيع ';
const PARAGRAPH = `${SENTENCE}${SENTENCE}${SENTENCE}`.trim();
const paragraphs = (count: number) => Array.from({ length: count }, (_, at) => line(`${at} ${PARAGRAPH}`));

/** Counts function calls in the page's scripts while `words` are typed at the end of a paragraph. */
async function callsOfTyping(page: Page, paragraph: Locator, words: string): Promise<number> {
  await paragraph.click();
  await page.keyboard.press('End');
  const client = await page.context().newCDPSession(page);
  await client.send('Profiler.enable');
  await client.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await client.send('Profiler.takePreciseCoverage');
  for (const letter of words) await page.keyboard.type(letter);
  await expect(paragraph).toContainText(words);
  const { result } = await client.send('Profiler.takePreciseCoverage');
  await client.detach();
  const functions = result.filter(({ url }) => url.includes('/_next/')).flatMap((script) => script.functions);
  return functions.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
}

test('the cost of a key press does not depend on the length of the article: no other paragraph is read', async ({
  page,
}) => {
  test.slow();
  const words = 'وكانت الرافعات تعمل منذ الفجر على أرصفة الميناء كلها';
  const calls: number[] = [];
  const others = 104;
  for (const count of [1, 1 + others]) {
    await openEditor(page);
    await write(page, ...paragraphs(count));
    const middle = bodyOf(page)
      .locator('p')
      .nth(Math.floor(count / 2));
    // Runs twice: the first run includes one-time work.
    await callsOfTyping(page, middle, words);
    calls.push(await callsOfTyping(page, middle, words));
  }
  const [short = 0, long = 0] = calls.map((each) => each / words.length);
  const each = (long - short) / others;
  console.log(
    `Function calls a key: ${short.toFixed(0)} in one paragraph; ${each.toFixed(0)} more for each other paragraph`,
  );
  expect(short).toBeGreaterThan(100);
  expect(short).toBeLessThan(4000);
  // ProseMirror reads the size of every other paragraph. Reading the words of one takes some hundreds of
  // calls.
  expect(each).toBeLessThan(75);
});

// Measures CPU time, which differs between machines and with other programs: npm run bench:browser.
test(
  'typing in 5,000 words causes no long task at a quarter of the CPU speed',
  { tag: '@clock' },
  async ({ page, browser }) => {
    await openEditor(page);
    await write(page, ...paragraphs(105));
    const words = (await readDoc(page)).content.flatMap((block) =>
      'content' in block ? JSON.stringify(block.content).split(' ') : [],
    ).length;
    expect(words).toBeGreaterThan(5000);
    const middle = bodyOf(page).locator('p').nth(52);
    await middle.click();
    await page.keyboard.press('End');
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const typeOn = async (words: string) => {
      await browser.startTracing(page, { categories: ['toplevel'] });
      for (const letter of words) await page.keyboard.type(letter, { delay: 60 });
      await expect(middle).toContainText(words);
      // The word count runs after the keys, and is measured too.
      await expect(page.getByText(/^5[.,٬]?\d{3} كلمة/)).toBeVisible();
      await page.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 0))));
      return longTasks(await browser.stopTracing());
    };
    // Three runs, all logged. The median counts, so that one unusually fast or slow run does not decide.
    const goes = [];
    for (const words of [
      'وكانت الرافعات تعمل منذ الفجر على أرصفة الميناء كلها',
      ' ثم عادت إلى العمل بعد الظهر حتى آخر الشحنة',
      ' وعند المغرب أطفأت السفينة أنوارها وغادرت المرفأ',
    ])
      goes.push(await typeOn(words));
    console.log('Longest task of each go, ms:', JSON.stringify(goes.map(([longest]) => longest)));
    const long = goes.toSorted(([one = 0], [other = 0]) => one - other)[1]!;
    console.log('Longest tasks of the page while typing, ms:', JSON.stringify(long.slice(0, 3)));
    expect(long.length).toBeGreaterThan(100);
    expect(long.filter((ms) => ms > 50)).toEqual([]);
  },
);
