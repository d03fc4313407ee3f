import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createMailer } from './mailer.ts';
import { readSender } from './sender.ts';

const outboxDir = mkdtempSync(join(tmpdir(), 'midad-sender-'));
afterAll(() => rmSync(outboxDir, { recursive: true }));

/** The From header as sent, unfolded. */
async function fromLine(mailFrom: string, id: string): Promise<string> {
  await createMailer({ smtpUrl: undefined, mailFrom, outboxDir, siteUrl: 'http://localhost' })({
    id,
    to: 'reader@example.org',
    subject: 's',
    text: 't',
    html: '<p>t</p>',
  });
  const mail = readFileSync(join(outboxDir, `${id}.eml`), 'utf8').replace(/\r\n[ \t]+/g, ' ');
  return /^From: (.*)$/m.exec(mail)![1]!.trim();
}

/** Decodes an encoded name. */
const decoded = (line: string) =>
  line
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      (kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64')
        : Buffer.from(
            text
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16))),
            'latin1',
          )
      ).toString('utf8'),
    );

describe('readSender', () => {
  it.each([
    ['news@midad.example', '', 'news@midad.example'],
    ['مداد <news@midad.example>', 'مداد', 'news@midad.example'],
    ['مداد: الأخبار <news@midad.example>', 'مداد: الأخبار', 'news@midad.example'],
    ['News: Midad <news@midad.example>', 'News: Midad', 'news@midad.example'],
    ['Midad, the paper (daily) <news@midad.example>', 'Midad, the paper (daily)', 'news@midad.example'],
    ['"Midad, \\"the\\" paper; x" <news@midad.example>', 'Midad, "the" paper; x', 'news@midad.example'],
    ['مداد، «صحيفة» (يومية); "س" <news@midad.example>', 'مداد، «صحيفة» (يومية); "س"', 'news@midad.example'],
    ["O'Brien @ Midad <news@midad.example>", "O'Brien @ Midad", 'news@midad.example'],
    ['\u202Eمداد\u200B <news@midad.example>', 'مداد', 'news@midad.example'],
  ])('reads «%s»', async (given, name, address) => {
    expect(readSender(given)).toEqual({ name, address });
    const line = await fromLine(given, `m${Buffer.from(given).toString('hex').slice(0, 60)}${given.length}`);
    expect(line).toMatch(new RegExp(`(?:^|<)${address.replaceAll('.', '\\.')}>?$`));
    expect(line.match(/@midad\.example/g)).toHaveLength(1);
    // No special character is outside a quoted or encoded name.
    expect(line.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/=\?.*\?=/g, '')).not.toMatch(/[:;,()]/);
    expect(decoded(line).replace(/\\(.)/g, '$1')).toContain(name);
    expect(readdirSync(outboxDir).length).toBeGreaterThan(0);
  });
});
