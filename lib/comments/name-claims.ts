import { foldForMatching } from './match-fold.ts';
import { nameSkeleton } from './name-skeleton.ts';
import { CLAIMS, QUALIFIERS, RESERVED_NAMES } from './reserved-names.ts';

/** The names of the site, and of the people who write for it or work on it. */
export type TakenNames = { site: readonly string[]; people: readonly string[] };

/** What separates the words of a name. An apostrophe does not: O’Соnnor is one word. */
export const BETWEEN_WORDS = /[\s\-‐‑–.·_/()،,&"«»“”]+/;
/** «أحمد - المحرر» and «أحمد (المحرر)» make two claims. */
const BETWEEN_CLAIMS = /\s[-‐‑–.·_]+\s|[/()،,&"«»“”]+/;
/** MidadTeam, MIDADTeam. */
const CAMEL = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
/** The article as a separate word: Salma Al-Haddad. */
const ARTICLE = /^(?:al|el|ال|آل)$/iu;
/**
 * Digits used as Latin letters: 4dmin, t34m. `nameSkeleton` handles those that look like a letter in every
 * script.
 */
const DRAWN: Record<string, string> = { 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' };
const DRAWN_DIGIT = /(?<=[a-z])[34578]|[34578](?=[a-z])/gi;
/** «بمداد», «لمداد», «والمداد»: letters that Arabic attaches to a word. */
const CLITICS = /^(?:[وف]?(?:بال|كال|لل|ال|ب|ل|ك)|[وف])(?=.{3})/u;

const wordsOf = (name: string) =>
  name
    .replace(CAMEL, ' ')
    .replace(/['’]s(?!\p{L})/giu, '')
    .split(BETWEEN_WORDS)
    .filter((word) => /\p{L}/u.test(word) && !ARTICLE.test(word));

const isLatin = (word: string) => /\p{Script=Latin}/u.test(word);

/**
 * A word with the article and without it. A single word only gets the article added: «الأمل» may be a
 * newspaper, but أمل is a person.
 */
function spellings(word: string, isAlone: boolean): string[] {
  const plain = foldForMatching(word).text;
  if (isLatin(word))
    return [
      word,
      `al${word}`,
      `el${word}`,
      ...(isAlone ? [] : [plain.replace(/^[ae]l(?=[^aeiou].{4})/, '')]),
    ];
  return [word, `ال${plain}`, ...(isAlone ? [] : [plain.replace(/^ال(?=.{3})/, '')])];
}

function spellName(name: string): Set<string> {
  const words = wordsOf(name);
  let all = [''];
  // A name with more words than people have is used unchanged.
  for (const word of words)
    all = all.flatMap((before) =>
      (words.length > 4 ? [word] : spellings(word, words.length === 1)).map(
        (spelling) => `${before}${spelling}`,
      ),
    );
  return new Set([name, ...all].map(nameSkeleton).filter(Boolean));
}

/** A cache of all spellings of each taken name. */
const known = new Map<string, Set<string>>();
const MOST_KNOWN = 5000;

function spellingsOf(names: readonly string[]): Set<string>[] {
  return names.map((name) => {
    const found = known.get(name) ?? spellName(name);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(name, found);
    return found;
  });
}

const skeletons = (names: readonly string[]) => new Set(names.map(nameSkeleton).filter(Boolean));
const RESERVED = skeletons(RESERVED_NAMES);
const QUALIFIER = skeletons(QUALIFIERS);
const CLAIM = skeletons(CLAIMS);
const PAPER = ['مداد', 'midad'];
/** «مداد الورفلي» is a person's name, unless the apparent family name describes a kind of newspaper. */
const FAMILY = /^ال\p{Script=Arabic}{3,}ي$/u;

class Claims {
  readonly #site: Set<string>[];
  /** Only names of two or more words: many people share a first name. */
  readonly #people: Set<string>;
  readonly #taken: Set<string>;
  readonly #sites: readonly string[];
  readonly #longest: number;

  constructor({ site, people }: TakenNames) {
    this.#sites = [...site, ...PAPER].filter(Boolean);
    this.#site = spellingsOf(this.#sites);
    const staff = people.filter(Boolean);
    this.#people = new Set(
      spellingsOf(staff.filter((each) => wordsOf(each).length > 1)).flatMap((each) => [...each]),
    );
    this.#taken = new Set([...this.#site, ...spellingsOf(staff)].flatMap((each) => [...each]));
    this.#longest = Math.max(3, ...[...this.#sites, ...people].map((each) => wordsOf(each).length));
  }

  #isTaken(text: string): boolean {
    const skeleton = nameSkeleton(text);
    return RESERVED.has(skeleton) || this.#taken.has(skeleton);
  }

  /** Every run of words up to the length of the longest taken name, with its start and end. */
  *#runs(words: readonly string[]): Generator<{ start: number; end: number; skeleton: string }> {
    for (let end = 1; end <= words.length; end++) {
      for (let start = Math.max(0, end - this.#longest); start < end; start++)
        yield { start, end, skeleton: nameSkeleton(words.slice(start, end).join('')) };
    }
  }

  /**
   * Whether the name consists only of reserved names and their qualifiers: «المشرف العام», «صحفي في مداد»,
   * Midad Admin Team.
   */
  #isAllReserved(words: readonly string[]): boolean {
    const upTo: (boolean | undefined)[] = [false];
    for (const { start, end, skeleton } of this.#runs(words)) {
      if (upTo[start] === undefined) continue;
      if (RESERVED.has(skeleton) || this.#taken.has(skeleton)) upTo[end] = true;
      else if (end - start === 1 && (QUALIFIER.has(skeleton) || skeleton.length === 1))
        upTo[end] = upTo[end] === true || upTo[start] === true;
    }
    return upTo[words.length] === true;
  }

  /** The same within one word: midadnews, مدادنيوز. */
  #isMadeOfReserved(word: string): boolean {
    const skeleton = nameSkeleton(word);
    const upTo = [0];
    for (let end = 3; end <= skeleton.length; end++) {
      for (let start = Math.max(0, end - 20); start <= end - 3; start++) {
        const piece = skeleton.slice(start, end);
        const pieces = upTo[start];
        if (pieces !== undefined && (RESERVED.has(piece) || this.#taken.has(piece)))
          upTo[end] = Math.max(upTo[end] ?? 0, pieces + 1);
      }
    }
    return (upTo[skeleton.length] ?? 0) > 1;
  }

  /** The full name of a member of staff beside a role: «سلمى الحداد محررة الشؤون المحلية». */
  #isPersonWithRole(words: readonly string[]): boolean {
    const keys = words.map(nameSkeleton);
    const isRole = keys.map((key) => RESERVED.has(key) || QUALIFIER.has(key));
    return [...this.#runs(words)].some(
      ({ start, end, skeleton }) =>
        this.#people.has(skeleton) && isRole.some((is, n) => is && (n < start || n >= end)),
    );
  }

  /** The site's name beside another word, or joined with one. */
  #namesPaper(words: readonly string[]): boolean {
    if (words.length === 0) return false;
    const keys = words.map(nameSkeleton);
    const whole = keys.join('');
    return this.#sites.some((site, n) => {
      const spelled = this.#site[n]!;
      const key = nameSkeleton(site);
      const isOne = wordsOf(site).length === 1;
      if (!isOne)
        return (
          [...this.#runs(words)].some(({ skeleton }) => spelled.has(skeleton)) ||
          (key.length >= 8 && whole.includes(key))
        );
      if (
        isLatin(site) &&
        key.length >= 5 &&
        keys.some((each) => each.length > key.length && (each.startsWith(key) || each.endsWith(key)))
      )
        return true;
      return words.some((word, at) => {
        const plain = foldForMatching(word).text;
        const bare = plain.replace(CLITICS, '');
        const isIt =
          keys[at] === key ||
          (bare !== plain && [bare, `ال${bare}`].some((each) => nameSkeleton(each) === key));
        if (!isIt || words.length === 1) return false;
        // «محب الوطن» does not claim to be from «الوطن»: an everyday word counts only beside one of our
        // words.
        if (site.startsWith('ال'))
          return at === 0 || QUALIFIER.has(keys[at - 1]!) || RESERVED.has(keys[at - 1]!);
        return !(
          words.length === 2 &&
          at === 0 &&
          FAMILY.test(words[1]!) &&
          !QUALIFIER.has(keys[1]!) &&
          !RESERVED.has(keys[1]!) &&
          !PLACES.has(keys[1]!)
        );
      });
    });
  }

  #speaks(name: string): boolean {
    const words = wordsOf(name);
    return (
      this.#isTaken(name) ||
      this.#isTaken(words.join('')) ||
      this.#isAllReserved(words) ||
      this.#isPersonWithRole(words) ||
      this.#namesPaper(words) ||
      words.some((word) => this.#isMadeOfReserved(word)) ||
      (words.length > 1 && [...this.#runs(words)].some(({ skeleton }) => CLAIM.has(skeleton)))
    );
  }

  isMade(name: string): boolean {
    const claims = name.split(BETWEEN_CLAIMS);
    const inverted = claims.length === 2 ? [`${claims[1]} ${claims[0]}`] : [];
    // «المحرر 2», admin_2026: a number does not make it a different name.
    // «سلما» sounds like سلمى.
    const ways = (text: string) =>
      new Set([
        text,
        text.replace(/(?<=\p{L}{2})ا(?!\p{L})/gu, 'ى'),
        text.replace(/\p{Nd}/gu, ''),
        text.replace(DRAWN_DIGIT, (digit) => DRAWN[digit]!),
      ]);
    return [name, ...(claims.length > 1 ? claims : []), ...inverted].some((text) =>
      [...ways(text)].some((way) => this.#speaks(way)),
    );
  }
}

/** Nationalities and cities that describe a newspaper. */
const PLACES = skeletons(
  'الليبي المصري التونسي الجزائري المغربي السوداني السعودي الإماراتي العراقي السوري اللبناني الأردني الفلسطيني اليمني العربي العالمي الوطني المغاربي الإسلامي'.split(
    ' ',
  ),
);

/** Computed once for all comments of an import. */
const made = new WeakMap<TakenNames, Claims>();

/** Whether a name claims to be the site, a member of staff, or one of its roles. */
export function claimsToBeOurs(name: string, taken: TakenNames): boolean {
  const claims = made.get(taken) ?? new Claims(taken);
  made.set(taken, claims);
  return claims.isMade(name);
}
