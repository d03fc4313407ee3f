import { fold } from '#lib/arabic/fold.ts';

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

export type PasswordFault = 'passwordShort' | 'passwordLong' | 'passwordPersonal' | 'passwordCommon';

const plain = (text: string) => fold(text).replace(/[\s._-]/g, '');

/**
 * Words, phrases and keyboard rows that attackers try first, longer ones before those that they contain. The
 * rest of such a password has to be strong enough alone. A list of whole passwords would need megabytes; at
 * twelve characters it would add little.
 */
const COMMON = [
  'بسم الله الرحمن الرحيم',
  'لا إله إلا الله',
  'محمد رسول الله',
  'سبحان الله',
  'الحمد لله',
  'أستغفر الله',
  'إن شاء الله',
  'ما شاء الله',
  'يا الله',
  'كلمة المرور',
  'كلمة السر',
  'مرحبا',
  'أحبك',
  'حبيبي',
  'محمد',
  'أحمد',
  'مداد',
  'ابتثجحخد',
  'ضصثقفغعهخحجد',
  'شسيبلاتنمكط',
  'bismillah',
  'alhamdulillah',
  'inshallah',
  'mashallah',
  'habibi',
  'mohammed',
  'mohamed',
  'muhammad',
  'ahmed',
  'allah',
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'pass',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwerty',
  'azerty',
  'letmein',
  'welcome',
  'changeme',
  'secret',
  'admin',
  'administrator',
  'iloveyou',
  'princess',
  'sunshine',
  'football',
  'baseball',
  'superman',
  'batman',
  'dragon',
  'monkey',
  'master',
  'shadow',
  'trustno1',
  'google',
  'facebook',
  'computer',
  'internet',
  'midad',
  'newsroom',
  '1q2w3e4r5t6y',
  '1q2w3e4r',
  '1qaz2wsx3edc',
  '1qaz2wsx',
  'zaq12wsx',
  'abc123',
].map(plain);

/**
 * Drops letters that repeat the previous one or are next to it in the alphabet, so that «aaaa» and «3456»
 * count as one letter.
 */
function withoutRuns(text: string): string {
  const points = [...text].map((letter) => letter.codePointAt(0)!);
  const kept = points.filter((point, i) => i === 0 || Math.abs(point - points[i - 1]!) > 1);
  return String.fromCodePoint(...kept);
}

function personalParts({ email, name }: { email: string; name: string }): string[] {
  const parts = [
    plain(email),
    plain(email.split('@')[0] ?? ''),
    plain(name),
    ...name.split(/\s+/).map(plain),
  ];
  return parts.filter((part) => [...part].length >= 4);
}

/**
 * Why a password is rejected, or null if it is accepted. Length gives the strength; the other rules exclude
 * obvious ones.
 */
export function findPasswordFault(
  password: string,
  person: { email: string; name: string },
): PasswordFault | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD) return 'passwordShort';
  if (length > MAX_PASSWORD) return 'passwordLong';
  const folded = plain(password);
  const personal = personalParts(person).reduce((rest, part) => rest.replaceAll(part, ''), folded);
  if ([...personal].length < 6 && personal !== folded) return 'passwordPersonal';
  const uncommon = withoutRuns(COMMON.reduce((rest, word) => rest.replaceAll(word, ''), folded));
  if ([...uncommon].length < 5 || new Set(folded).size < 5) return 'passwordCommon';
  return null;
}
