import localFont from 'next/font/local';

// `optional`: text never moves after it is shown (measured CLS 0; `swap` gave 0.10–0.14). bin/build-fonts.ts
// writes the files.
const vazirmatnArabic = localFont({
  src: './fonts/vazirmatn-arabic.woff2',
  weight: '400 700',
  variable: '--font-vazirmatn-arabic',
  display: 'optional',
  adjustFontFallback: false,
});
const vazirmatnLatin = localFont({
  src: './fonts/vazirmatn-latin.woff2',
  weight: '400 700',
  variable: '--font-vazirmatn-latin',
  display: 'optional',
  adjustFontFallback: false,
});
const naskhArabic = localFont({
  src: './fonts/noto-naskh-arabic-arabic.woff2',
  weight: '400 700',
  variable: '--font-naskh-arabic',
  display: 'optional',
  adjustFontFallback: false,
});
const naskhDigits = localFont({
  src: './fonts/noto-naskh-arabic-latin.woff2',
  weight: '400',
  variable: '--font-naskh-digits',
  display: 'optional',
  adjustFontFallback: false,
});

// Files that few pages need: a browser requests one when the page has one of its letters
// (components/site/font-files.ts). Next needs the ranges as literals; bin/font-files.test.ts compares them.
// `swap`, since the missing letter is the reason for the request.
const vazirmatnLetters = localFont({
  src: './fonts/vazirmatn-letters.woff2',
  weight: '400 700',
  variable: '--font-vazirmatn-letters',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+671, U+698, U+6AD, U+763, U+6A9, U+6CC, U+6C0, U+6C1, U+6BE, U+6BA, U+6D2, U+6D3, U+679, U+688, U+691, U+695, U+6B5, U+6BC, U+693, U+696, U+6C6, U+6C7, U+6C8, U+6CA, U+6CB, U+6CD, U+6CE, U+6D0, U+6D5, U+66E, U+66F, U+6A1, U+653, U+654, U+655, U+656, U+657, U+6F0, U+6F1, U+6F2, U+6F3, U+6F4, U+6F5, U+6F6, U+6F7, U+6F8, U+6F9, U+60D, U+6D4, U+FDFC, U+FD3E, U+FD3F, U+6DE, U+6E9',
    },
  ],
});
const naskhLetters = localFont({
  src: './fonts/noto-naskh-arabic-letters.woff2',
  weight: '400 700',
  variable: '--font-naskh-letters',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+671, U+698, U+6AD, U+763, U+6A9, U+6CC, U+6C0, U+6C1, U+6BE, U+6BA, U+6D2, U+6D3, U+679, U+688, U+691, U+695, U+6B5, U+6BC, U+693, U+696, U+6C6, U+6C7, U+6C8, U+6CA, U+6CB, U+6CD, U+6CE, U+6D0, U+6D5, U+66E, U+66F, U+6A1, U+653, U+654, U+655, U+656, U+657, U+6F0, U+6F1, U+6F2, U+6F3, U+6F4, U+6F5, U+6F6, U+6F7, U+6F8, U+6F9, U+60D, U+6D4, U+FDFC, U+FD3E, U+FD3F, U+6DE, U+6E9, U+6A8, U+6A5, U+6A2, U+6A7, U+69B, U+6C5, U+750, U+672, U+673, U+675',
    },
  ],
});
const naskhSigns = localFont({
  src: './fonts/noto-naskh-arabic-signs.woff2',
  weight: '400',
  variable: '--font-naskh-signs',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+FDFA, U+FDFB, U+FDFD, U+609, U+60A, U+61E, U+600, U+601, U+602, U+603, U+604, U+610, U+611, U+612, U+613, U+614, U+6D6, U+6D7, U+6D8, U+6D9, U+6DA, U+6DB, U+6DC, U+6DD, U+6DF, U+6E0, U+6E1, U+6E2, U+6E3, U+6E4, U+6E5, U+6E6, U+6E7, U+6E8, U+6EA, U+6EB, U+6EC, U+6ED',
    },
  ],
});

/** The class names that define the font variables for the stylesheet. */
export const fontVariables = [
  vazirmatnArabic,
  vazirmatnLatin,
  naskhArabic,
  naskhDigits,
  vazirmatnLetters,
  naskhLetters,
  naskhSigns,
]
  .map((font) => font.variable)
  .join(' ');
