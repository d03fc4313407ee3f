import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { begin } from './desk-articles.ts';
import { base, chromiumPath, firstAdmin } from './instance.ts';
import { expect, test } from './journey.ts';
import { addSession, becomeMember, findMember } from './staff.ts';
import { openDesk, state, write } from './writing.ts';

/*
 * Text that the page calls saved is on the disk: a browser that is killed at that moment has it when it is
 * opened again.
 */

const inProfile = (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    baseURL: base,
    locale: 'ar',
    ...(chromiumPath && { executablePath: chromiumPath }),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });

/** Kills the browser's main process, as a dead battery would. */
async function kill(context: BrowserContext) {
  const client = await (context.browser()?.newBrowserCDPSession() ??
    context.newCDPSession(context.pages()[0]!));
  const { processInfo } = (await client.send('SystemInfo.getProcessInfo' as never)) as unknown as {
    processInfo: { type: string; id: number }[];
  };
  const closed = context.waitForEvent('close');
  process.kill(processInfo.find(({ type }) => type === 'browser')!.id, 'SIGKILL');
  await closed;
}

test('a browser that is killed right after the page called the text saved loses no word', async () => {
  test.slow();
  const profile = mkdtempSync(join(tmpdir(), 'midad-profile-'));
  try {
    const member = addSession(findMember(firstAdmin().email));
    const { number } = await begin('خبر في متصفح يُقتل');
    const first = await inProfile(profile);
    await becomeMember(first, member);
    const page = await first.newPage();
    await openDesk(page, number);
    await page.route('**/draft', (route) => route.abort());
    await write(page, 'آخر كلمة قبل الانقطاع');
    await expect(state(page)).toContainText('كتابتك محفوظة في هذا المتصفح');
    await kill(first);

    const again = await inProfile(profile);
    await becomeMember(again, member);
    const reopened = await again.newPage();
    await openDesk(reopened, number);
    await reopened.getByRole('button', { name: 'قارنه بالمحفوظ' }).click();
    await expect(reopened.getByRole('dialog', { name: 'نص لم يصل إلى الخادم' })).toContainText(
      'آخر كلمة قبل الانقطاع',
    );
    await again.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
