import { readdirSync, readlinkSync, rmSync, truncateSync } from 'node:fs';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFile } from './files.ts';
import { ask } from './test-request.ts';
import { everybody, serve, keep } from './test-files.ts';

describe('a download', () => {
  const BYTES = 8_000_000;
  let server: Server;
  beforeAll(async () => {
    server = createServer(
      (request, response) =>
        void serveFile(request, response, () => response.writeHead(404).end(), everybody),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** How many open descriptors of a file this process has. */
  const countOpen = (file: string) =>
    readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).startsWith(file);
      } catch {
        return false;
      }
    }).length;

  /**
   * Starts to read a response, calls `meanwhile` in the middle, then reads on. Returns how many bytes came
   * and whether the response was complete.
   */
  const download = (path: string, meanwhile: () => void) =>
    new Promise<{ bytes: number; isWhole: boolean }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      get(
        { host: '127.0.0.1', port, path, agent: false, headers: { connection: 'keep-alive' } },
        (answer) => {
          let bytes = 0;
          answer.once('readable', () => {
            meanwhile();
            answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
          });
          answer.on('error', () => undefined).on('close', () => resolve({ bytes, isWhole: answer.complete }));
        },
      ).on('error', reject);
    });

  const abort = (path: string) =>
    new Promise<void>((resolve) => {
      const { port } = server.address() as AddressInfo;
      const asked = get({ host: '127.0.0.1', port, path, agent: false }, (answer) =>
        answer.once('readable', () => asked.destroy()).on('error', () => undefined),
      );
      asked.on('error', () => undefined).on('close', resolve);
    });

  it('leaves no file open when the client aborts it', async () => {
    const { path, file } = keep('long.pdf', Buffer.alloc(BYTES));
    for (let n = 0; n < 20; n++) await abort(path);
    await expect.poll(() => countOpen(file), { timeout: 3000 }).toBe(0);
  });

  it('leaves no file open when the client disconnects before it begins', async () => {
    const { path, file } = keep('left.pdf', Buffer.alloc(BYTES));
    let sent: Promise<void> | undefined;
    const asked = ask(
      (request, response) => {
        request.socket.destroy();
        sent = serveFile(request, response, () => response.writeHead(404).end(), everybody);
      },
      { path },
    );
    await expect(asked).rejects.toThrow('socket hang up');
    await sent;
    expect(countOpen(file)).toBe(0);
  });

  it('is complete when the file is deleted meanwhile; later requests get 404', async () => {
    const { path, file } = keep('deleted.pdf', Buffer.alloc(BYTES));
    expect(await download(path, () => rmSync(file))).toEqual({ bytes: BYTES, isWhole: true });
    expect((await serve(path)).status).toBe(404);
    await expect.poll(() => countOpen(file)).toBe(0);
  });

  it('ends as incomplete when the file is truncated meanwhile', async () => {
    const { path, file } = keep('shorter.pdf', Buffer.alloc(BYTES));
    const { bytes, isWhole } = await download(path, () => truncateSync(file, 0));
    expect(bytes).toBeLessThan(BYTES);
    expect(isWhole).toBe(false);
  }, 3000);
});
