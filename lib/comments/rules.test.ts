import { describe, expect, it } from 'vitest';
import { LIMITS, parseComment, type CommentAsks } from './rules.ts';

type Values = Parameters<typeof parseComment>[0];
const parse = (given: Partial<Values> = {}, asks: Partial<CommentAsks> = {}) =>
  parseComment(
    { body: 'رأيي في الموضوع', name: 'سلمى', email: 'salma@example.org', ...given },
    { commentEmail: 'required', takenNames: { site: [], people: [] }, ...asks },
  );
const faults = (given: Partial<Values>, asks: Partial<CommentAsks> = {}) => {
  const parsed = parse(given, asks);
  return 'faults' in parsed ? parsed.faults : [];
};
const input = (given: Partial<Values>) => {
  const parsed = parse(given);
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.input;
};

describe('a fault', () => {
  const longEmail = `${'a'.repeat(250)}@example.org`;
  it.each<[string, Partial<Values>, { field: string; message: string; limit?: number }]>([
    ['no text', { body: '' }, { field: 'body', message: 'bodyMissing' }],
    ['only spaces', { body: ' \n\t ' }, { field: 'body', message: 'bodyMissing' }],
    ['only invisible characters', { body: '\u202e\u2066\u0000' }, { field: 'body', message: 'bodyMissing' }],
    [
      'a text one character too long',
      { body: 'ع'.repeat(2001) },
      { field: 'body', message: 'bodyTooLong', limit: 2000 },
    ],
    [
      '20,000 characters',
      { body: 'ع'.repeat(20_000) },
      { field: 'body', message: 'bodyTooLong', limit: 2000 },
    ],
    ['no name', { name: '  ' }, { field: 'name', message: 'nameMissing' }],
    ['a name too long', { name: 'س'.repeat(61) }, { field: 'name', message: 'nameTooLong', limit: 60 }],
    ['a name of digits', { name: '12345' }, { field: 'name', message: 'nameNoLetters' }],
    ['a name of one letter', { name: 'س.' }, { field: 'name', message: 'nameNoLetters' }],
    ['a name of symbols', { name: '★☆' }, { field: 'name', message: 'nameNoLetters' }],
    ['no address', { email: '' }, { field: 'email', message: 'emailMissing' }],
    ['an address without a host', { email: 'salma@' }, { field: 'email', message: 'emailInvalid' }],
    ['an address with a space', { email: 'sal ma@example.org' }, { field: 'email', message: 'emailInvalid' }],
    ['two addresses', { email: 'a@example.org,b@example.org' }, { field: 'email', message: 'emailInvalid' }],
    [
      'a line break in the address',
      { email: 'a@example.org\r\nBcc: b@example.org' },
      { field: 'email', message: 'emailInvalid' },
    ],
    ['an address too long', { email: longEmail }, { field: 'email', message: 'emailInvalid' }],
  ])('of %s is reported once, at its field', (_name, given, fault) => {
    expect(faults(given)).toEqual([fault]);
  });

  it('is reported for every field at once, in the order of the form', () => {
    expect(faults({ email: 'x', name: '', body: '' }).map(({ field }) => field)).toEqual([
      'body',
      'name',
      'email',
    ]);
  });
});

describe('lengths', () => {
  it('are counted in characters, not in bytes or surrogates', () => {
    expect(input({ body: 'ع'.repeat(LIMITS.body) }).body).toHaveLength(LIMITS.body);
    expect(faults({ body: '😀'.repeat(LIMITS.body) })).toEqual([]);
    expect(faults({ body: '😀'.repeat(LIMITS.body + 1) })).toMatchObject([{ message: 'bodyTooLong' }]);
    expect(faults({ name: 'س'.repeat(LIMITS.name) })).toEqual([]);
  });

  it('are counted after cleaning', () => {
    expect(faults({ body: `  ${'ع'.repeat(LIMITS.body)}\n\n` })).toEqual([]);
  });
});

describe('typed text', () => {
  it('is cleaned', () => {
    expect(input({ name: '  سلمى \n الورفلي ', email: ' Salma@Example.ORG ' })).toMatchObject({
      name: 'سلمى الورفلي',
      email: 'salma@example.org',
    });
  });

  it('loses control characters and direction controls', () => {
    const { body, name } = input({
      body: 'مرحبا\u0000\u202e بكم\u2066!\u0007',
      name: 'سلمى \u202eamina\u2069',
    });
    for (const text of [body, name])
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(body).toBe('مرحبا بكم!');
    expect(name.replace(/\s/g, '')).toBe('سلمىamina');
  });

  it('keeps its paragraphs', () => {
    expect(input({ body: 'سطر\r\nآخر\r\n\r\nفقرة' }).body).toBe('سطر\nآخر\n\nفقرة');
  });

  it('keeps vowel signs, and joiners of emoji', () => {
    expect(input({ body: 'مُحَمَّد 👩‍👩‍👧' }).body).toBe('مُحَمَّد 👩‍👩‍👧');
  });

  it('keeps HTML as text', () => {
    const body = '<script>alert(1)</script> <b>غامق</b> &amp; {{7*7}}';
    expect(input({ body }).body).toBe(body);
  });
});

describe('a name', () => {
  it.each([
    ['with a symbol like a badge', 'سلمى ✓', 'nameSymbols', '✓'],
    ['with HTML', '<b>سلمى</b>', 'nameSymbols', '<'],
    ['of two scripts in one word', 'Аhmed', 'nameMixedScripts'],
    ['that claims to be the newsroom', 'إدارة التحرير', 'nameReserved'],
    ['of an author of the paper', 'هدى المنصوري', 'nameReserved'],
    ['that looks like the name of an author', 'هـدى المنصورى', 'nameReserved'],
  ])('%s is rejected', (_name, name, message, sign?: string) => {
    expect(faults({ name }, { takenNames: { site: [], people: ['هدى المنصوري'] } })).toEqual([
      { field: 'name', message, ...(sign && { sign }) },
    ]);
  });

  it('of a reader is accepted even if it shares a word with a taken one', () => {
    for (const name of ['هدى', 'منصور', 'Amal القارئة', "Sean O'Neil"])
      expect(faults({ name }, { takenNames: { site: [], people: ['هدى المنصوري'] } })).toEqual([]);
  });
});

describe('an optional address', () => {
  it('may be missing, but not invalid', () => {
    expect(faults({ email: '' }, { commentEmail: 'optional' })).toEqual([]);
    expect(faults({ email: '  ' }, { commentEmail: 'optional' })).toEqual([]);
    expect(faults({ email: 'salma@' }, { commentEmail: 'optional' })).toEqual([
      { field: 'email', message: 'emailInvalid' },
    ]);
  });
});

describe('an address', () => {
  it.each([
    ['user@موقع.مصر', 'user@xn--4gbrim.xn--wgbh1c'],
    ['USER@XN--4gbrim.xn--wgbh1c', 'user@xn--4gbrim.xn--wgbh1c'],
    ['\u200Euser٢@example.org\u200E', 'user2@example.org'],
    [' ', ''],
  ])('%j is stored as «%s»', (email, kept) => {
    const parsed = parseComment(
      { body: 'رأي', name: 'سلمى', email },
      { commentEmail: 'optional', takenNames: { site: [], people: [] } },
    );
    expect('input' in parsed && parsed.input.email).toBe(kept);
  });

  it('and the other fields are counted in visible characters', () => {
    expect(faults({ body: 'مَّ'.repeat(700) })).toEqual([]);
    expect(faults({ body: 'مَّ'.repeat(2000) })).toEqual([]);
    expect(faults({ body: 'مَّ'.repeat(2001) })).toEqual([
      { field: 'body', message: 'bodyTooLong', limit: 2000 },
    ]);
    expect(faults({ body: `👨${'\u200D👩'.repeat(20_000)}` })).toEqual([
      { field: 'body', message: 'bodyTooLong', limit: 2000 },
    ]);
    expect(faults({ name: 'مَّ'.repeat(60) })).toEqual([]);
  });
});
