import { describe, expect, it } from 'vitest';
import { costOf } from '#lib/testing/cost.ts';
import { findLtrRuns, findRtlRuns } from './mixed-runs.ts';

const runs = (text: string) => findLtrRuns(text).map(({ start, end }) => text.slice(start, end));

describe('findLtrRuns', () => {
  it.each([
    ['اتصل على +218 91 234 5678', ['+218 91 234 5678']],
    ['اتصل على +218 91 234 5678 أو 0912345678 الآن', ['+218 91 234 5678']],
    ['الهاتف 091-234-5678 أو (091) 234-5678.', ['091-234-5678', '(091) 234-5678']],
    ['الهاتف 091 234 5678، والفاكس 00218 21 333 4444', ['091 234 5678', '00218 21 333 4444']],
    ['الرقم 234 5678 محليًا و1 250 000 دينار', ['234 5678', '1 250 000']],
    ['فاز 2-1 ثم خسر 3 - 0 وتعادل 1–1', ['2-1', '3 - 0', '1–1']],
    ['بين 2020-2026 ومن 10:30-11:45', ['2020-2026', '10:30-11:45']],
    ['لغات C++ وC# و.NET و F#', ['C++', 'C#', '.NET', 'F#']],
    ['خدمة 5G+ لمن هم +18 في أ', ['5G+', '+18']],
    [
      'الحرارة -5 و−3 و+3 و20°C و50% و$100 و100€ ولـ-7',
      ['-5', '−3', '+3', '20°C', '50%', '$100', '100€', '-7'],
    ],
    ['سرعة 100 Mbps وفيلم 12 Angry Men', ['100 Mbps', '12 Angry Men']],
    [
      'اكتب إلى 1news@midad.example، أو زر https://midad.example/local/.',
      ['1news@midad.example', 'https://midad.example/local/'],
    ],
    ['الموقع www.midad.example/ليبيا/ الآن', ['www.midad.example/ليبيا/']],
    ['وسم #Libya وحساب @midad_ly', ['#Libya', '@midad_ly']],
    ['اطلب *100# الآن', ['*100#']],
    ['أجهزة iPhone 15، 20 جهازًا', ['iPhone 15']],
    ['شبكات Facebook، WhatsApp و X', ['Facebook']],
    ['يوم 29-11-2026 و29 / 11 / 2026', ['29-11-2026', '29 / 11 / 2026']],
    ['هاتف ٠٩١ ٢٣٤ ٥٦٧٨ للحجز', ['٠٩١ ٢٣٤ ٥٦٧٨']],
    ['المقاس 10×20 والنسبة 16:9–4:3', ['10×20', '16:9–4:3']],
  ])('isolates the Latin runs of «%s»', (text, expected) => expect(runs(text)).toEqual(expected));

  it.each([
    'عام 2026 في 29/11/2026 الساعة 10:30 بنسبة 3.5 من 1,250,000',
    'شركة WhatsApp في New York Times',
    'هاتف iPhone 15 Pro وجائحة COVID-19 وكوفيد-19',
    'شبكة 5G و4K',
    'من ٢٠٢٠–٢٠٢٦ بنسبة ٥٠٪ و٣٫٥',
    'في 2025 2026',
    '',
    'لا شيء هنا',
    'أ.ب. (WHO)',
    'اكتب إلى news@midad.example، أو زر https://midad.example/local/1042/?a=1.',
    'اليوم: 2026. 15 قتيلًا',
  ])('isolates nothing in «%s»', (text) => expect(runs(text)).toEqual([]));

  it('isolates a run also in text without Arabic', () =>
    expect([runs('+218 91 234 5678'), runs('-5'), runs('2026')]).toEqual([['+218 91 234 5678'], ['-5'], []]));

  it('returns ordered runs that do not overlap, for any text', () => {
    const signs = [
      '+',
      '-',
      '0',
      '12',
      ' ',
      'a',
      'C',
      '#',
      '(',
      ')',
      'ب',
      '،',
      '.',
      'http://',
      '٣',
      '\n',
      '😀',
      '\u0301',
    ];
    let seed = 7;
    const next = () => (seed = (seed * 48_271) % 2_147_483_647);
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: 12 }, () => signs[next() % signs.length]).join('');
      let at = 0;
      for (const { start, end } of findLtrRuns(text)) {
        expect([text, start >= at && end > start && end <= text.length]).toEqual([text, true]);
        at = end;
      }
    }
  });

  it('takes time linear in the length', () => {
    const cost = costOf(() => {
      for (const part of [
        '1 ',
        '1-',
        'a ',
        '+1 ',
        '0 1 ',
        'a+ ',
        'ب1 ',
        'http://a ',
        '(1) ',
        '1 a ',
        'ب ',
        '+',
        '#',
        '1',
        'a\u0301',
        '٠ ',
        '2020 ',
        '1999 2001 ',
      ]) {
        findLtrRuns(part.repeat(60_000));
        findRtlRuns(part.repeat(60_000));
      }
    });
    expect(cost).toBeLessThan(6000);
    expect(costOf(() => findLtrRuns(`https://${'.'.repeat(100_000)}a`))).toBeLessThan(1000);
  });
});

describe('findRtlRuns', () => {
  it('isolates Arabic in English text', () => {
    const text = 'The paper مداد اليوم 2026 and السفير, 12';
    expect(findRtlRuns(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'مداد اليوم',
      'السفير',
    ]);
  });
});
