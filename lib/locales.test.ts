import { describe, expect, it } from 'vitest';
import {
  EDITIONS,
  editions,
  localePath,
  nameIn,
  readEditions,
  type EditionFacts,
  type Locale,
} from './locales.ts';

const FRENCH = {
  dir: 'ltr',
  script: 'latin',
  name: 'Français',
  ogLocale: 'fr_FR',
  formatLocale: 'fr-FR',
  comma: ', ',
  suffix: 'Fr',
} as const satisfies EditionFacts;

const withFrench = readEditions({ ...EDITIONS, fr: FRENCH }, 'ar');
const section = { nameAr: 'محلي', nameEn: 'Local', nameFr: 'Local (fr)' };

describe('the editions', () => {
  it('have their paths, and know each other', () => {
    expect(editions.prefixes).toEqual(['', '/en']);
    expect([localePath('ar', '/'), localePath('en', '/'), localePath('en', '/p/about')]).toEqual([
      '/',
      '/en',
      '/en/p/about',
    ]);
    expect(editions.others('ar')).toEqual(['en']);
    expect([editions.across('ar'), editions.across('en')]).toEqual(['en', 'ar']);
    expect(editions.alternates('/tag/قمح')).toEqual({
      ar: '/tag/%D9%82%D9%85%D8%AD',
      en: '/en/tag/%D9%82%D9%85%D8%AD',
      'x-default': '/tag/%D9%82%D9%85%D8%AD',
    });
    expect([nameIn(section, 'ar'), nameIn(section, 'en')]).toEqual(['محلي', 'Local']);
  });
});

describe('a table with one more edition', () => {
  it('has its paths and its alternates', () => {
    expect(withFrench.prefixes).toEqual(['', '/en', '/fr']);
    expect(withFrench.path('fr', '/p/about')).toBe('/fr/p/about');
    expect(withFrench.alternates('/')).toEqual({ ar: '/', en: '/en', fr: '/fr', 'x-default': '/' });
    expect(withFrench.alternates('/p/about', ['fr', 'en'])).toEqual({
      en: '/en/p/about',
      fr: '/fr/p/about',
      'x-default': '/fr/p/about',
    });
  });

  it('recognizes an address of any of them', () => {
    const address = new RegExp(`^${withFrench.prefixPattern}/n/(\\d+)$`);
    const read = (path: string) => address.exec(path)?.[1];
    expect(['/n/7', '/en/n/7', '/fr/n/7', '/de/n/7'].map(read)).toEqual(['7', '7', '7', undefined]);
  });

  it('reads the column of each edition', () => {
    expect(withFrench.locales.map((locale) => withFrench.fieldIn('name', section, locale))).toEqual([
      'محلي',
      'Local',
      'Local (fr)',
    ]);
    expect(withFrench.columnsOf('bio')).toEqual(['bioAr', 'bioEn', 'bioFr']);
    expect(withFrench.forEach((locale) => locale.toUpperCase())).toEqual({ ar: 'AR', en: 'EN', fr: 'FR' });
  });

  it('links to every other edition, and takes one of the other direction for words of other letters', () => {
    expect(withFrench.others('fr')).toEqual(['ar', 'en']);
    expect([withFrench.across('fr'), withFrench.across('ar')]).toEqual(['ar', 'en']);
  });
});

/* Checked by the compiler alone. */
const { nameFr: _nameFr, ...unnamed } = section;
// @ts-expect-error a thing without its French name has no name in each edition
export const nameless = () => withFrench.fieldIn('name', unnamed, 'fr');
// @ts-expect-error a table that names the editions must have one more row for one more edition
export const editionWithoutRow = EDITIONS satisfies Record<Locale | 'fr', EditionFacts>;
const { dir: _dir, ...withoutDirection } = FRENCH;
// @ts-expect-error a row must have every fact
export const rowWithoutFact = withoutDirection satisfies EditionFacts;
