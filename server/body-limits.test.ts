import { expect, it } from 'vitest';
import { bodyLimit } from './body-limits.ts';

const KB = 1024;
const MB = 1024 * KB;

it.each([
  ['/local/1001/x/comments', 256 * KB],
  ['/en/local/1001/x/comments', 256 * KB],
  ['/theme', KB],
  ['/newsroom/articles/7/draft', 4 * MB],
  ['/newsroom/articles/7/presence', 32 * KB],
  ['/newsroom/settings', MB],
  ['/%6eewsroom/media/upload', 0],
  // Readers' pages take no form.
  ['/', 0],
  ['/local/1001/x', 0],
  ['/search?q=x', 0],
  ['/newsroomx', 0],
  ['/local/1001/x?a=/theme', 0],
])('limits the body of %s to %i bytes', (path, most) => {
  expect(bodyLimit(path)).toEqual({ most });
});

it('reads uploads as a stream', () => {
  expect(bodyLimit('/newsroom/media/upload')).toEqual({ most: 300 * MB, isStreamed: true });
});
