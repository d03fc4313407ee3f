const BROWSERS: [RegExp, string][] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const first = (text: string, known: [RegExp, string][]) => known.find(([pattern]) => pattern.test(text))?.[1];

/** Reduces a user agent to what a person needs to recognize their own device. */
export function describeUserAgent(userAgent: string | null): { browser: string; system: string } | null {
  const browser = first(userAgent ?? '', BROWSERS);
  const system = first(userAgent ?? '', SYSTEMS);
  return browser && system ? { browser, system } : null;
}
