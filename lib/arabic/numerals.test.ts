import { expect, it } from 'vitest';
import { formatNumber } from './numerals.ts';

it.each([
  ['ar-LY', 'latn', '1.234.567'],
  ['ar-EG', 'latn', '1,234,567'],
  ['ar-EG', 'arab', '١٬٢٣٤٬٥٦٧'],
  ['en-GB', 'latn', '1,234,567'],
] as const)('formatNumber in %s with %s digits groups a million as %s', (formatLocale, digits, expected) =>
  expect(formatNumber(1_234_567, { formatLocale, digits })).toBe(expected),
);

it('formatNumber does not group four digits, for years and character counts', () => {
  expect(formatNumber(2000, { formatLocale: 'ar-LY', digits: 'latn' })).toBe('2000');
});
