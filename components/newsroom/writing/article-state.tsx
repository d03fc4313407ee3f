import { phaseOf, type SyncPhase } from '#lib/articles/draft-sync.ts';
import { fill, type WritingWords } from './article-words.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import type { SaverState } from './draft-state.ts';

type Props = {
  state: SaverState;
  /** Whether the article is public, perhaps with an older text. */
  isOut: boolean;
  savedAt: string;
  words: WritingWords;
  onCompare: () => void;
};

const TONES: Partial<Record<SyncPhase, string>> = {
  clean: 'text-leaf',
  dirty: 'text-ink-soft',
  saving: 'text-ink-soft',
};

const KEPT = {
  offline: 'stateOffline',
  server: 'stateServer',
  signedOut: 'stateSignedOut',
  invalid: 'stateInvalid',
  tooBig: 'stateTooBig',
  conflict: 'stateConflict',
  refused: 'stateRefused',
  gone: 'stateGone',
} as const;

function sentence(
  { sync, isKept, isAhead }: SaverState,
  isOut: boolean,
  savedAt: string,
  words: WritingWords,
): string {
  const phase = phaseOf(sync);
  if (phase === 'clean' && isOut && isAhead) return fill(words.stateSavedUnpublished, { time: savedAt });
  if (phase === 'clean') return savedAt ? fill(words.stateSavedAt, { time: savedAt }) : words.stateClean;
  if (phase === 'dirty') return words.stateDirty;
  if (phase === 'saving') return words.stateSaving;
  // Each ends with where the text is stored, and claims that only once it is true.
  return `${words[KEPT[phase]]}: ${isKept ? words.keptHere : isKept === null ? words.keepingHere : words.notKeptHere}`;
}

/** One line about where the text is stored: on the server, or only in this browser. */
export function ArticleState({ state, isOut, savedAt, words, onCompare }: Props) {
  const phase = phaseOf(state.sync);
  const isCalm = phase === 'clean' || phase === 'dirty' || phase === 'saving';
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3">
      {/* A save every few seconds is not read aloud; a problem is. */}
      <p
        role="status"
        aria-live={isCalm ? 'off' : 'polite'}
        data-phase={phase}
        className={TONES[phase] ?? 'font-medium text-amber'}
      >
        {sentence(state, isOut, savedAt, words)}
      </p>
      {phase === 'signedOut' && (
        <a href="/newsroom/sign-in" target="_blank" rel="noopener" className={buttonStyle.text}>
          {words.signInAgain}
        </a>
      )}
      {phase === 'conflict' && (
        <button type="button" onClick={onCompare} className={buttonStyle.text}>
          {words.compare}
        </button>
      )}
    </div>
  );
}
