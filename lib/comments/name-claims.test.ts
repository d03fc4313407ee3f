import { describe, expect, it } from 'vitest';
import { costOf } from '../test-cost.ts';
import { checkName } from './name-rules.ts';

const taken = { site: ['مداد', 'Midad'], people: ['سلمى الحداد', 'إدريس منصور', 'Salma Haddad', 'هدى كرم', 'محمد علي', 'مدير الموقع', 'يوسف الناصر', 'Idris Mansour'] };
const check = (name: string) => checkName(name, taken)?.fault ?? null;

describe('a name that claims to be the newsroom', () => {
  it.each([
    // who writes for it, spelled otherwise
    'سلمى حداد', 'ادريس المنصور', 'إدريس المنصور', 'ادريس منصور', 'السلمى الحداد', 'يوسف ناصر', 'هدى الكرم', 'سلمىحداد', 'سَلْمى حَدّاد', 'سلمي الحدّاد', 'Salma Al-Haddad', 'Salma El Haddad',
    'salma alhaddad', 'SalmaHaddad', 'Haddad, Salma', 'الحداد، سلمى', 'Sa1ma Haddad', 'S4lma Haddad', 'salma_haddad', 'Idris Al Mansour',
    // with a title, a role or a place
    'سلمى الحداد محررة الشؤون المحلية', 'سلمى حداد المحررة', 'الصحفية سلمى الحداد', 'أ. سلمى الحداد', 'د/ سلمى الحداد', 'الأستاذة سلمى حداد', 'سلمى الحداد (مداد)', 'سلمى الحداد (بنغازي)',
    'سلمى الحداد، طرابلس', 'محمد علي مراسل مداد', 'Salma Haddad, Editor', 'Salma Haddad Journalist', 'Dr. Salma Haddad', 'سلمى الحداد 2', 'سلمى الحداد "الصحفية"',
    // roles
    'المشرف العام', 'مشرف عام', 'الناطق الرسمي', 'ناطق رسمي', 'المتحدثة الرسمية', 'مدير عام', 'المدير العام', 'رئيس التحرير', 'رئيس تحرير', 'نائب رئيس التحرير', 'المحرر المسؤول',
    'محرر الشؤون المحلية', 'مراسل الموقع', 'المشرف أحمد', 'أحمد المحرر', 'Admin Ahmed', 'أحمد (المشرف)', 'سالم (محرر)', 'أحمد/المشرف', 'خدمة القراء إدارة', 'مسؤول الموقع', 'الدعم الفني', 'مالك الموقع',
    'Editor-in-Chief', 'Senior Editor', 'Head Moderator', 'EditorInChief', 'AdminTeam', 'admin123', '4dmin', '3ditor', 'M0derat0r', 'Official Spokesperson', 'مشرف التعليقات', 'صحفي', 'أدمن', 'م.ش.ر.ف',
    // the paper
    'MidadTeam', 'midadteam', 'MIDADTeam', 'Midad_News', 'midad2026', 'M1d4d', 'Midad Libya', 'TheMidad', 'midadofficial', 'صحفي في مداد', 'مداد نيوز', 'مدادنيوز', 'مداد اليوم', 'أحمد من مداد',
    'مصور مداد', 'صحفي بمداد', 'موظف لدى مداد', 'فريق مداد', 'مداد الرسمي', 'مداد الليبي', 'مداد ليبيا', 'مداد - طرابلس', 'Ahmed from Midad', 'Ahmed (Midad)', 'Midad’s team', 'مداد Midad', 'Midad نيوز', 'المداد',
    'مـداد نيوز', 'سلما الحداد', 'فريق العمل', 'متحدث', 'مدير التحرير سلمى', 'Managing Editor Ali', 'هيئة تحرير مداد', 'مداد نت', 'مدير الموقع سامي', 'رئيس قسم الأخبار', 'مداد‌نيوز', 'ناطق باسم مداد', 'كاتب لمداد',
  ])('%s', (name) => {
    expect(check(name)).toBe('reserved');
  });
});

describe('the name of an ordinary person', () => {
  it.each([
    'سلمى', 'حداد', 'الحداد', 'أحمد المنصور', 'أحمد منصور', 'إدريس', 'منصور', 'سلمى المنصور', 'إدريس الحداد', 'هدى', 'كرم', 'هدى محمد', 'علي محمد', 'محمد علي الورفلي', 'محمد علي حسن', 'سلمى الحدادي',
    'مداد الورفلي', 'مشرف العنزي', 'مشرف علي', 'ميدان التحرير', 'رضا محمد', 'أحمد الكاتب', 'محمد رئيس', 'سامي الصحفي', 'Alhadi', 'El Fitouri', 'Ali Page', 'أحمد النائب', 'مالك', 'مالك بن نبي', 'أمين', 'أمين معلوف', 'باسم', 'ناطق هاشم', 'رسمي أبو علي', 'عام', 'نبيل الناشر', 'رئيس محمد', 'أحمد الريس', 'مدير مدرسة متقاعد', 'صحفي متقاعد',
    'موظف متقاعد', 'مهندس من بنغازي', 'طالبة علم', 'معلمة', 'قارئ', 'قارئة من سبها', 'مواطن ليبي', 'أم خالد', 'ابن البلد', 'د/ أحمد', 'م/ علي', 'أ/ محمد حسن', 'أحمد (طرابلس)', 'د. أحمد، طرابلس', 'Tom & Jerry', "O'Neil",
    'O’Neil', 'Jean-Luc', 'J. R. R. Tolkien', 'أحمد "أبو علي"', 'عبد الله', 'عبدالله', 'عبد المالك', 'McDonald', 'DeAngelo', 'Ahmed Ali', 'Salma', 'Haddad', 'Salma Haddadi', 'Salma Hadi', 'Albert Smith', 'Alice', 'Elena',
    'Malik', 'Edith', 'Modesto', 'Adminah', 'أحمد 2026', 'سالم 85', 'ahmed123', 'Theo', 'Heather', 'Stephen Newsome', 'Ronnie Root', 'فاطمة الزهراء', 'نور الدين', 'آل سعيد', 'أبو بكر', 'خالد المشرفي', 'يوسف', 'الناصر',
  ])('%s', (name) => {
    expect(check(name)).toBeNull();
  });

  it('is not refused for the paper’s name where that is a word of every day', () => {
    const other = { site: ['الوطن', 'Al Watan'], people: [] };
    expect(['وطن', 'محب الوطن', 'عاشق الوطن', 'Watani'].filter((name) => checkName(name, other))).toEqual([]);
    const claims = ['الوطن', 'الوطن نيوز', 'صحفي في الوطن', 'مراسل الوطن', 'صحفي بالوطن', 'Al Watan', 'alwatan team', 'مداد نيوز'];
    expect(claims.filter((name) => !checkName(name, other))).toEqual([]);
  });
});

it.each([
  ['أحمد ✓', '✓'], ['سالم 😀', '😀'], ['سالم ❤️', '❤️'], ['<b>سلمى</b>', '<'], ['سالم @مداد', '@'], ['#سالم', '#'], ['سالم | مداد', '|'], ['سالم\u2800', 'U+2800'], ['سالم ®', '®'], ['علي!', '!'], ['ⓐⓓ', 'ⓐ'],
  ['\u064Eسالم', '◌\u064E'], ['ꓮꓓꓟ', 'ꓮ'],
])('%j is refused by its very sign', (name, sign) => {
  expect(checkName(name, taken)).toEqual({ fault: 'symbols', sign });
});

it('costs little, among many names too', () => {
  const people = Array.from({ length: 500 }, (_, n) => `كاتب${n} الفلاني${n}`);
  const cost = costOf(() => {
    for (const name of ['ا'.repeat(2000), 'ا '.repeat(1000), 'مداد '.repeat(400), 'midad'.repeat(400), '(،'.repeat(700), 'aB'.repeat(900)]) checkName(name, { site: ['مداد'], people });
  });
  expect(cost).toBeLessThan(2000);
  expect(costOf(() => checkName('محمد علي الورفلي', { site: ['مداد'], people }))).toBeLessThan(300);
});
