import { cleanText, foldLetters } from './fold.ts';

const words =
  `من في على إلى عن مع أن إن أنه أنها كان كانت يكون تكون هو هي هم هذا هذه ذلك تلك التي الذي الذين ما ماذا متى أين كيف كم لماذا
  هل أي و أو ثم لا لم لن لو ليس ليست بعد قبل بين كل قد لقد حيث عند عندما كما حتى إذا لكن بل غير منذ خلال بعض به بها له لها لهم فيه فيها
  منه منها عليه عليها إليه إليها هنا هناك نحو أيضا لدى إلا فقد وقد ولا وما وأن ومن وفي وعن ومع وعلى وإلى وهو وهي وكان وكانت يتم تم وتم
  بأن لأن كذلك وذلك وهذا وهذه ولم ولن بما مما عما فيما أما الآن
  the a an of in on at to for and or by with from as is are was were be been it its that this these those`
    .trim()
    .split(/\s+/);

/** Each as newspapers write it, and without hamzas as readers type it. علي, the name, is not على. */
const STOP_WORDS = new Set(words.flatMap((word) => [cleanText(word), word.replace(/[أإآ]/g, 'ا')]));
const STOP_STEMS = new Set(words.map(foldLetters));

/**
 * Words that nearly every article contains. They are indexed, but a query ignores them beside other words.
 * Expects a clean word.
 */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);

/** Whether a stem is the indexed form of a stop word. */
export const isStopStem = (stem: string): boolean => STOP_STEMS.has(stem);
