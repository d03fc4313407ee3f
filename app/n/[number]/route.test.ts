import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#db/client.ts';
import { newId } from '#db/ids.ts';
import { publishArticle } from '#db/publish-article.ts';
import { sections } from '#db/tables.ts';
import { GET } from './route.ts';

const ask = (number: string) => GET(new Request('http://localhost/'), { params: Promise.resolve({ number }) });
let known: number;

beforeAll(async () => {
  await db().insert(sections).values({ id: newId(), slug: 'local', nameAr: 'محلي', nameEn: 'Local', descriptionAr: '', descriptionEn: '', position: 1 });
  ({ number: known } = await publishArticle({ section: 'local', headline: 'خط الحافلات', body: ['نص'] }));
});

describe('a short address', () => {
  it('leads to the article for good', async () => {
    const answer = await ask(String(known));
    expect(answer.status).toBe(301);
    expect(decodeURI(answer.headers.get('Location')!)).toBe(`/local/${known}/خط-الحافلات`);
  });

  it.each(['0', '01001', '1001x', '-1', '1e3', '99999999999', '', '9999999999'])('is not found for «%s»', async (number) => {
    expect((await ask(number)).status).toBe(404);
  });
});
