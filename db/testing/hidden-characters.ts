/**
 * Characters that no input may keep: overrides, isolates, marks, zero-width characters, controls, line ends,
 * combining marks and presentation forms of letters, tatweel.
 */
export const TYPED =
  ' \u2067عام \u202E2026\u202C\u2069\u200F مـــد\u200Bا\u00ADد\uFEFF\r\nا\u0653خر\u2028\u0000\uFEFB\u061C ';
export const CLEAN = 'عام 2026 مداد آخر لا';
export const HIDDEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2028\u2029\u2060-\u206F\uFEFF\uFEFB]/u;
