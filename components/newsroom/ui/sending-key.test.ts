import { expect, it } from 'vitest';
import { createSendingKeys } from './sending-key.ts';

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

it('gives the same text one key until a response arrives', () => {
  const keys = createSendingKeys();
  const first = keys.keyFor(form({ body: 'خبر' }));
  expect(first).toMatch(/^\d{13}\.[0-9a-f]{32}$/);
  expect(keys.keyFor(form({ body: 'خبر' }))).toBe(first);
  keys.settle();
  expect(keys.keyFor(form({ body: 'خبر' }))).not.toBe(first);
});

it('gives other text or another file another key, so that text typed meanwhile does not count as sent', () => {
  const keys = createSendingKeys();
  const all: Record<string, string | File>[] = [
    { body: 'خبر' },
    { body: 'خبر آخر' },
    { body: 'خبر', act: 'preview' },
    { file: new File(['a'], 'a.jpg') },
    { file: new File(['ab'], 'a.jpg') },
  ];
  const seen = all.map((fields) => keys.keyFor(form(fields)));
  expect(new Set(seen).size).toBe(seen.length);
});
