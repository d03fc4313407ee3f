import { expect, test } from './journey.ts';
import { withoutTable } from './staff.ts';

test('health is 503 while a page of readers cannot be drawn, and 200 again when it can', async ({
  request,
}) => {
  const health = async () => {
    const answer = await request.get('/health');
    return [answer.status(), ((await answer.json()) as { status: string }).status];
  };
  expect(await health()).toEqual([200, 'ok']);
  // The page that is kept hides the fault from most readers; health asks for one that is drawn.
  await withoutTable('sections', async () => {
    await expect.poll(health, { timeout: 60_000 }).toEqual([503, 'failing']);
  });
  await expect.poll(health, { timeout: 60_000 }).toEqual([200, 'ok']);
});
