import { mkdirSync, writeFileSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { env } from '#lib/env.ts';
import { serveFile } from './files.ts';
import { ask } from './test-request.ts';

/** Access to pictures is tested in media-gate.test.ts. */
export const everybody = () => Promise.resolve('public' as const);

export const serve = (path: string, asked: { method?: string; headers?: OutgoingHttpHeaders } = {}) =>
  ask((request, response) => serveFile(request, response, () => response.writeHead(404).end(), everybody), {
    path,
    ...asked,
  });

/** Writes a file into the media folder; returns its URL path and its file path. */
export function keep(name: string, content: string | Buffer) {
  mkdirSync(env.mediaDir, { recursive: true });
  const file = join(env.mediaDir, name);
  writeFileSync(file, content);
  return { path: `/media/${name}`, file };
}
