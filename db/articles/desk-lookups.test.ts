import { expect, test } from 'vitest';
import { db } from '#db/engine/client.ts';
import { suggestTagNames } from './desk-lookups.ts';
import { ensureTags, listTagsForDesk } from '#db/paper/tags.ts';

test('suggests tags in any spelling, an exact match before tags that contain the text', async () => {
  await db().transaction((tx) =>
    ensureTags(tx, [
      'أسعار القمح',
      'مدينة المنارة',
      'المنارة',
      'مسؤولية',
      'ميناء 2026',
      'café',
      '100%',
      'إيمان_ألف',
    ]),
  );
  expect(await suggestTagNames('المناره')).toEqual(['المنارة', 'مدينة المنارة']);
  expect(await suggestTagNames('اسعار')).toEqual(['أسعار القمح']);
  expect(await suggestTagNames('أسْعَـار')).toEqual(['أسعار القمح']);
  expect(await suggestTagNames('مسئولي')).toEqual(['مسؤولية']);
  expect(await suggestTagNames('ميناء ٢٠٢٦')).toEqual(['ميناء 2026']);
  expect(await suggestTagNames('CAFÉ')).toEqual(['café']);
  // SQL wildcards are matched literally.
  expect(await suggestTagNames('%')).toEqual(['100%']);
  for (const nothing of ['', ' ', '_']) expect(await suggestTagNames(nothing)).toEqual([]);
  expect((await listTagsForDesk({ q: 'اسعار', page: 1, perPage: 10 })).items.map(({ name }) => name)).toEqual(
    ['أسعار القمح'],
  );
});
