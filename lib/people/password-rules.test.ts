import { expect, it } from 'vitest';
import { findPasswordFault } from './password-rules.ts';

const person = { email: 'salma.alwerfalli@midad.example', name: 'سلمى الورفلي' };

it.each([
  ['قصيرة', 'passwordShort'],
  ['elevenchars', 'passwordShort'],
  ['x'.repeat(129), 'passwordLong'],
  ['salma.alwerfalli1', 'passwordPersonal'],
  ['سلمى الورفلي ١٢', 'passwordPersonal'],
  ['Password123456', 'passwordCommon'],
  ['aaaaaaaaaaaaaa', 'passwordCommon'],
  ['123456789012', 'passwordCommon'],
  ['qwertyuiop12', 'passwordCommon'],
  ['مداد-مداد-مداد', 'passwordCommon'],
  ['بِسْمِ اللهِ الرحمن الرحيم', 'passwordCommon'],
  ['لا اله الا الله ١٢٣', 'passwordCommon'],
  ['1q2w3e4r5t6y', 'passwordCommon'],
  ['iloveyou2026', 'passwordCommon'],
  ['Mohammed1990', 'passwordCommon'],
])('findPasswordFault rejects %s', (password, fault) =>
  expect(findPasswordFault(password, person)).toBe(fault),
);

it.each([
  'جمل أزرق يقرأ الجريدة',
  'k7fm-29xq-hd4p-ttw8',
  'correct horse battery',
  'salma reads nine newspapers',
])('findPasswordFault accepts %s', (password) => expect(findPasswordFault(password, person)).toBeNull());
