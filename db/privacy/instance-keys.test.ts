import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { env } from '#lib/env.ts';
import { keysFile } from '#lib/security/keys.ts';
import { runProcess } from '#lib/testing/process.ts';
import { db } from '#db/engine/client.ts';
import { keepContact } from '#db/privacy/addresses/keep.ts';
import { openNoticeAddress } from '#db/privacy/addresses/notices.ts';
import { getMaskedAddresses, openAddresses } from '#db/privacy/addresses/open.ts';
import { exportComments } from './export.ts';
import { getInstanceState } from '#db/paper/instance.ts';
import { warnOfLostMedia } from './instance-keys.ts';
import { newId } from '#db/engine/ids.ts';
import { getQueueContext } from '#db/moderation/queue-context.ts';
import { listQueue } from '#db/moderation/queue.ts';
import { auditLog, commentContacts, commentNotices, instanceState, media } from '#db/tables/tables.ts';
import { addComment, addNewsroom, NOON, publish } from '#db/testing/articles.ts';

let commentId = '';
const own = () => readFileSync(keysFile(), 'utf8');

/** Runs the key checks of a start with freshly loaded modules; the database of the process stays the same. */
async function start(...args: string[]): Promise<string> {
  vi.resetModules();
  const { refuseLostDatabase, settleKeys } = await import('./instance-keys.ts');
  try {
    refuseLostDatabase(args.includes('--new-database'));
    await settleKeys(args.includes('--new-keys'));
    return 'started';
  } catch (error) {
    return String(error);
  }
}

beforeAll(async () => {
  await addNewsroom();
  commentId = await addComment((await publish()).id, { status: 'pending' });
  await db().transaction((tx) =>
    keepContact(tx, commentId, { email: 'amal@example.org', address: '192.0.2.1' }, NOON),
  );
});

describe('the check of keys and database', () => {
  let keys = '';
  beforeAll(() => {
    keys = own();
  });
  afterEach(() => writeFileSync(keysFile(), keys));

  it('accepts the first start and later ones; the check value is written once', async () => {
    expect(await start()).toBe('started');
    const written = await getInstanceState('keys');
    expect(Object.keys(written!).length).toBeGreaterThan(5);
    expect(JSON.stringify(written)).not.toContain((JSON.parse(keys) as { auth: string }).auth);
    expect(await start()).toBe('started');
    expect(await getInstanceState('keys')).toEqual(written);
  });

  it.each([
    ['in a database with a check value', false],
    ['in an older database without a check value', true],
  ])('rejects missing keys in one line, %s', async (_name, isOld) => {
    if (isOld) await db().delete(instanceState);
    rmSync(keysFile());
    const said = await start();
    expect(said).toMatch(/^Refusal: .*keys\.json is missing.*--new-keys$/);
    expect(() => own()).toThrow('ENOENT');
    writeFileSync(keysFile(), keys);
    expect(await start()).toBe('started');
  });

  it.each([
    ['in a database with a check value', false],
    ['in an older database without a check value', true],
  ])('rejects the keys of another instance, %s', async (_name, isOld) => {
    if (isOld) await db().delete(instanceState);
    const other = Object.fromEntries(
      Object.keys(JSON.parse(keys) as object).map((name, n) => [name, String(n).padStart(64, 'a')]),
    );
    writeFileSync(keysFile(), JSON.stringify(other));
    expect(await start()).toMatch(/^Refusal: .*are not those with which.*--new-keys$/);
    writeFileSync(keysFile(), keys);
    expect(await start()).toBe('started');
  });

  it('rejects a single different key, even if addresses can still be decrypted', async () => {
    writeFileSync(keysFile(), JSON.stringify({ ...(JSON.parse(keys) as object), auth: 'b'.repeat(64) }));
    expect(await start()).toContain('Refusal');
  });

  it('accepts new keys with --new-keys and logs that; the old keys are then rejected', async () => {
    rmSync(keysFile());
    expect(await start('--new-keys')).toBe('started');
    expect(await db().select().from(auditLog).where(eq(auditLog.action, 'site.newKeys'))).toHaveLength(1);
    expect(own()).not.toBe(keys);
    expect(await start()).toBe('started');
    writeFileSync(keysFile(), keys);
    expect(await start()).toContain('Refusal');
    expect(await start('--new-keys')).toContain('started');
  });

  it('creates no keys in a command that runs beside the site', async () => {
    rmSync(keysFile());
    vi.resetModules();
    const { getKeys } = await import('#lib/security/keys.ts');
    expect(getKeys).toThrow('keys.json is missing');
    expect(own).toThrow('ENOENT');
  });
});

describe('a lost database next to its keys', () => {
  it.each(['missing', 'empty'])(
    'that is %s is not replaced by a new one without --new-database',
    async (how) => {
      const other = join(env.dataDir, how);
      mkdirSync(other);
      writeFileSync(join(other, 'keys.json'), own());
      if (how === 'empty') {
        writeFileSync(join(other, 'midad.sqlite'), 'x');
        truncateSync(join(other, 'midad.sqlite'));
      }
      const file = join(other, 'midad.sqlite');
      const code = `
      import { refuseLostDatabase } from '#db/privacy/instance-keys.ts';
      for (const isNewAllowed of [false, true]) {
        try { refuseLostDatabase(isNewAllowed); console.log('goes on'); } catch (error) { console.log(String(error)); }
      }`;
      const [refused, allowed] = (await runProcess(code, other)).split('\n');
      expect(refused).toBe(
        `Refusal: ${join(other, 'keys.json')} is there, but ${file} is not: is its disk mounted, was it restored? To begin with an empty database: npm start -- --new-database`,
      );
      expect(allowed).toBe('goes on');
    },
  );
});

describe('one address that cannot be decrypted', () => {
  let broken = '';
  beforeAll(async () => {
    broken = await addComment((await publish()).id, { status: 'pending' });
    await db()
      .insert(commentContacts)
      .values({ commentId: broken, emailCipher: 'AAAA', emailIndex: 'x', createdAt: NOON });
    await db().insert(commentNotices).values({
      commentId: broken,
      emailCipher: 'not sealed by us',
      emailIndex: 'x',
      tokenHash: newId(),
      createdAt: NOON,
    });
  });

  it('is distinguished from a missing one, and the others are read', async () => {
    expect(await openAddresses([broken, commentId])).toEqual(
      new Map([
        [broken, null],
        [commentId, 'amal@example.org'],
      ]),
    );
    expect((await getMaskedAddresses([broken])).get(broken)).toBeNull();
  });

  it('breaks no mail, no export and no queue', async () => {
    expect(await openNoticeAddress(broken)).toBeUndefined();
    const { rows } = await listQueue({ queue: 'pending' }, { limit: 10, order: 'oldest' });
    expect((await getQueueContext(rows)).map(({ address }) => address).sort()).toEqual(
      [null, 'a•••@ex•••'].sort(),
    );
    const answer = await exportComments({ personalData: { reason: 'نسخة' } }, null, NOON);
    let file = '';
    if ('file' in answer) for await (const piece of answer.file) file += piece;
    expect(file.match(/<wp:comment>/g)).toHaveLength(2);
    expect(file).toContain('amal@example.org');
  });
});

it('a start reports in one line the pictures that the database has and the disk has not', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await warnOfLostMedia();
  expect(said).not.toHaveBeenCalled();
  await db()
    .insert(media)
    .values({ id: newId(), hash: newId(), width: 1, height: 1, alt: '', credit: '', createdAt: NOON });
  await warnOfLostMedia();
  expect(said.mock.calls).toEqual([
    [expect.stringMatching(/^Warning: the database names 1 pictures, but .*media and .*masters are empty/)],
  ]);
  mkdirSync(env.mediaDir, { recursive: true });
  writeFileSync(join(env.mediaDir, 'x.jpg'), '');
  await warnOfLostMedia();
  expect(said.mock.calls[1]![0]).toMatch(/but [^ ]*masters is empty/);
  said.mockRestore();
});
