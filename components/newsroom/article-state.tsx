import { phaseOf, type SyncPhase } from '#lib/draft-sync.ts';
import { fill, type WritingWords } from './article-words.ts';
import { buttonStyle } from './button.ts';
import type { SaverState } from './draft-saver.ts';

type Props = { state: SaverState; savedAt: string; words: WritingWords; onCompare: () => void };

const TONES: Partial<Record<SyncPhase, string>> = { clean: 'text-leaf', dirty: 'text-ink-soft', saving: 'text-ink-soft' };

function sentence({ sync, isKept }: SaverState, savedAt: string, words: WritingWords): string {
  switch (phaseOf(sync)) {
    case 'clean':
      return savedAt ? fill(words.stateSavedAt, { time: savedAt }) : words.stateClean;
    case 'dirty':
      return words.stateDirty;
    case 'saving':
      return words.stateSaving;
    case 'offline':
      return isKept ? words.stateOffline : words.stateOfflineUnkept;
    case 'server':
      return isKept ? words.stateServer : words.stateOfflineUnkept;
    case 'signedOut':
      return words.stateSignedOut;
    case 'invalid':
      return words.stateInvalid;
    case 'conflict':
      return words.stateConflict;
    case 'refused':
      return words.stateRefused;
    case 'gone':
      return words.stateGone;
  }
}

/** One line on where the text is: with the server, on its way, or in this browser only. */
export function ArticleState({ state, savedAt, words, onCompare }: Props) {
  const phase = phaseOf(state.sync);
  const isCalm = phase === 'clean' || phase === 'dirty' || phase === 'saving';
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3">
      {/* A save every few seconds is not read out; what needs a hand is. */}
      <p role="status" aria-live={isCalm ? 'off' : 'polite'} data-phase={phase} className={TONES[phase] ?? 'font-medium text-amber'}>{sentence(state, savedAt, words)}</p>
      {phase === 'signedOut' && <a href="/newsroom/sign-in" target="_blank" rel="noopener" className={buttonStyle.text}>{words.signInAgain}</a>}
      {phase === 'conflict' && <button type="button" onClick={onCompare} className={buttonStyle.text}>{words.compare}</button>}
    </div>
  );
}
