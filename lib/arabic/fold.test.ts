import { describe, expect, it } from 'vitest';
import { asciiDigits, cleanText, fold, foldLetters } from './fold.ts';

describe('cleanText', () => {
  it.each([
    ['مُحَمَّدٌ', 'محمد'],
    ['الحكـــومة', 'الحكومة'],
    ['ٱلرَّحۡمَٰنِ', 'ٱلرحمن'],
    ['١٢٣ ۱۲۳', '123 123'],
    ['ﻻ ﷲ', 'لا الله'],
    ['\u202Eليبيا\u202C \u061Cو\u00ADطن\uFEFF', 'ليبيا وطن'],
    ['أ\u0627\u0654', 'أأ'],
    ['İSTANBUL', 'istanbul'],
  ])('turns %j into %j', (written, clean) => expect(cleanText(written)).toBe(clean));

  it('keeps hamzas, ة and ى', () => expect(cleanText('أإآؤئءةى')).toBe('أإآؤئءةى'));
});

describe('foldLetters', () => {
  it('joins the spellings of a letter and keeps the length of Arabic text', () => {
    const written = 'أإآٱىیېےئؤةۀہھکگڭڨڤپچژ';
    expect(foldLetters(written)).toBe('اااايييييوههههكككقفبجز');
    expect(foldLetters(written)).toHaveLength(written.length);
  });
  it.each([
    ['مسئول', 'مسؤول'],
    ['شئون', 'شؤون'],
    ['رءوس', 'رؤوس'],
  ])('makes %s and %s equal', (a, b) => expect(foldLetters(a)).toBe(foldLetters(b)));
  it('removes the marks of Latin letters', () => expect(foldLetters('erdoğan café')).toBe('erdogan cafe'));
});

describe('fold', () => {
  it('makes texts equal that a reader would call the same', () => {
    expect(fold('  الحُكـومة\u200F \n الليبيّة ')).toBe(fold('الحكومه اللیبیه'));
    expect(fold('عربية')).not.toBe(fold('غربية'));
  });
});

it('asciiDigits changes only digits', () => expect(asciiDigits('٠٩ ۰۹ ٪٫ أ')).toBe('09 09 ٪٫ أ'));
