import { expect, test } from './journey.ts';
import { withoutTable } from './staff.ts';

test('health is 503 while a reader page cannot be rendered, and 200 again when it can', async ({
  request,
}) => {
  const health = async () => {
    const answer = await request.get('/health');
    return [answer.status(), ((await answer.json()) as { status: string }).status];
  };
  expect(await health()).toEqual([200, 'ok']);
  // The cached page hides the fault from most readers; the health check requests a rendered one.
  await withoutTable('sections', async () => {
    await expect.poll(health, { timeout: 60_000 }).toEqual([503, 'failing']);
  });
  await expect.poll(health, { timeout: 60_000 }).toEqual([200, 'ok']);
});
