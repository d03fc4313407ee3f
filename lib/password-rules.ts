export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

export type PasswordFault = 'passwordShort' | 'passwordLong' | 'passwordPersonal' | 'passwordCommon';

/** Words and keyboard rows that guessers try first; the rest of such a password has to carry it alone. */
const COMMON = [
  'password', 'passw0rd', 'p@ssw0rd', 'qwertyuiop', 'qwerty', 'azerty', 'letmein', 'welcome', 'admin', 'iloveyou', 'midad', 'newsroom',
  '1q2w3e4r', 'كلمةالمرور', 'كلمةالسر', 'مداد', 'ابتثجحخد', 'ضصثقفغعهخحجد',
];

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[\s._-]/g, '');

/** Letters that neither repeat the one before nor count on from it, so that «aaaa» and «3456» weigh one letter. */
function withoutRuns(text: string): string {
  const points = [...text].map((letter) => letter.codePointAt(0)!);
  const kept = points.filter((point, i) => i === 0 || Math.abs(point - points[i - 1]!) > 1);
  return String.fromCodePoint(...kept);
}

function personalParts({ email, name }: { email: string; name: string }): string[] {
  const parts = [plain(email), plain(email.split('@')[0] ?? ''), plain(name), ...name.split(/\s+/).map(plain)];
  return parts.filter((part) => [...part].length >= 4);
}

/** Why a password can't be taken, or null when it can. Length does the work; the rest keeps out the obvious. */
export function findPasswordFault(password: string, person: { email: string; name: string }): PasswordFault | null {
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
