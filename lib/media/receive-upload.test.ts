import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { receiveUpload } from './receive-upload.ts';
import { MAX_BYTES } from './upload-rules.ts';

const folder = mkdtempSync(join(tmpdir(), 'midad-receive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function send(form: FormData) {
  return receiveUpload(new Request('http://local/', { method: 'POST', body: form }), folder);
}

test('writes each file under a generated name and returns its original name', async () => {
  const form = new FormData();
  form.set('replaces', 'x');
  form.append('file', new File(['one'], 'سوق السمك.jpg'));
  form.append('file', new File(['two'], '../../etc/passwd'));
  form.append('file', new File([], ''));
  const received = (await send(form))!;
  expect(received.fields).toEqual({ replaces: 'x' });
  expect(received.files.map(({ name, isTooBig }) => [name, isTooBig])).toEqual([
    ['سوق السمك.jpg', false],
    ['passwd', false],
  ]);
  expect(received.files.map(({ path }) => readFileSync(path, 'utf8'))).toEqual(['one', 'two']);
  await received.discard();
  expect(readdirSync(folder)).toEqual([]);
});

test('marks a file over the limit and accepts the others', async () => {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(MAX_BYTES + 10)], 'big.jpg'));
  form.append('file', new File(['small'], 'small.jpg'));
  const received = (await send(form))!;
  expect(received.files.map(({ isTooBig }) => isTooBig)).toEqual([true, false]);
  await received.discard();
});

test('leaves no files for a malformed or aborted form', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const broken = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nhalf';
  expect(
    await receiveUpload(new Request('http://local/', { method: 'POST', body: 'a=b' }), folder),
  ).toBeUndefined();
  expect(
    await receiveUpload(new Request('http://local/', { method: 'POST', headers, body: broken }), folder),
  ).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});
