'use client';

import { useEffect, useRef, useState, useTransition, type FormEvent, type ReactNode } from 'react';
import { AlikeChoice, type Alike } from './alike-choice.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { ReasonForm, type Reason } from './reason-form.tsx';
import { failureOf, isRedirect } from '#components/newsroom/ui/send-failure.ts';
import { sendWords } from '#components/newsroom/ui/send-words.ts';
import { tellWaiting, type Waiting } from '#components/newsroom/ui/waiting-count.tsx';

export type Decided = {
  outcome: 'decided' | 'conflict' | 'gone';
  text: string;
  waiting: Waiting;
  decisionId?: string;
  at?: number;
};

type Props = {
  /** The comment as it is shown here. A decision applies to that version, not to a later one. */
  seen: string;
  headingId: string;
  back: string;
  choices: { to: string; label: string; variant: keyof typeof buttonStyle }[];
  /** Empty where rejecting is not a choice. */
  reasons: Reason[];
  words: {
    actions: string;
    undo: string;
    failed: string;
    reasons: string;
    reasonNote: string;
    reasonHint: string;
  };
  /** The name of the box that picks this comment. */
  pick: string;
  /** Near-copies of this comment, to be chosen for the same decision. */
  alike?: Alike | undefined;
  /** Fits more cards on a screen. */
  isCompact?: boolean;
  /** Actions other than deciding. */
  tools: ReactNode;
  /** Without JavaScript: decides and returns to the list. */
  decide: (form: FormData) => Promise<void>;
  decideHere: (form: FormData) => Promise<Decided>;
  undoHere: (decisionId: string) => Promise<Decided>;
  children: ReactNode;
};

type Result = Decided | { outcome: 'failed' | 'open'; text: string };

/** Sends decisions on one comment, and keeps the result of the last one. */
function useDecision(undoHere: Props['undoHere'], failed: string) {
  const [result, setResult] = useState<Result | null>(null);
  const [isSending, startSending] = useTransition();

  // The result appears in the update that ends the busy state: a key pressed right then is not lost on a busy
  // card.
  function send(work: () => Promise<Decided>, after: (answer: Decided) => Result) {
    if (isSending) return;
    startSending(async () => {
      try {
        const answer = await work();
        startSending(() => setResult(after(answer)));
        tellWaiting(answer.waiting);
      } catch (error) {
        if (isRedirect(error)) throw error;
        const failure = failureOf(error, navigator.onLine);
        const text =
          failure === 'offline' || failure === 'unanswered' ? failed : (sendWords()[failure] ?? failed);
        startSending(() =>
          setResult((before) => (before?.outcome === 'decided' ? before : { outcome: 'failed', text })),
        );
      }
    });
  }

  const undo = (id: string) =>
    send(
      () => undoHere(id),
      (answer) => (answer.outcome === 'decided' ? { outcome: 'open', text: answer.text } : answer),
    );

  return { result, isSending, send, undo };
}

type OutcomeProps = { result: Result | null; undoWord: string; undo: (decisionId: string) => void };

/** What was done with the comment, or why it failed. */
function Outcome({ result, undoWord, undo }: OutcomeProps) {
  const decisionId = result && 'decisionId' in result ? result.decisionId : undefined;
  return (
    <div
      role="status"
      className={
        result ? 'mt-4 flex min-h-11 flex-wrap items-center gap-x-4 border-t border-hairline pt-3' : ''
      }
    >
      {result && (
        <p className={result.outcome === 'decided' || result.outcome === 'open' ? 'text-leaf' : 'text-amber'}>
          {result.text}
        </p>
      )}
      {decisionId && (
        <button
          type="button"
          data-undo={result && 'at' in result ? result.at : 0}
          onClick={() => undo(decisionId)}
          className={buttonStyle.text}
        >
          {undoWord}
        </button>
      )}
    </div>
  );
}

/**
 * One comment with its decision. With JavaScript the card stays in its place, dims and reports what was done.
 */
export function QueueCard({
  seen,
  headingId,
  back,
  choices,
  reasons,
  words,
  pick,
  alike,
  isCompact = false,
  tools,
  decide,
  decideHere,
  undoHere,
  children,
}: Props) {
  const { result, isSending, send, undo } = useDecision(undoHere, words.failed);
  const card = useRef<HTMLElement>(null);
  const isDone = result !== null && result.outcome !== 'failed' && result.outcome !== 'open';

  // The pressed button is gone. Focus this card, unless the keyboard has already moved on.
  useEffect(() => {
    if (
      result &&
      (document.activeElement === document.body || card.current?.contains(document.activeElement))
    )
      card.current?.focus();
  }, [result]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    send(
      () => decideHere(form),
      (answer) => answer,
    );
  }

  return (
    <article
      ref={card}
      tabIndex={-1}
      data-queue-card={isDone ? 'done' : 'open'}
      aria-labelledby={headingId}
      aria-busy={isSending}
      className={`rounded-paper border border-hairline px-4 ${isCompact ? 'pt-2' : 'pt-4'} pb-1 focus:border-sea focus:outline-2 focus:outline-sea sm:px-6 ${isDone ? 'bg-paper' : 'bg-sheet'}`}
    >
      <div className="flex gap-3">
        <label className="-ms-2 -mt-2 inline-flex size-11 shrink-0 items-center justify-center self-start">
          <input
            type="checkbox"
            name="pick"
            value={seen}
            form="bulk"
            autoComplete="off"
            aria-label={pick}
            disabled={isDone}
            className="size-5 accent-sea"
          />
        </label>
        <div className={`min-w-0 grow ${isDone || isSending ? 'text-ink-soft' : ''}`}>{children}</div>
      </div>
      <Outcome result={result} undoWord={words.undo} undo={undo} />
      {!isDone && choices.length > 0 && (
        <form action={decide} onSubmit={onSubmit} className={isCompact ? 'mt-1' : 'mt-4'}>
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name="back" value={back} />
          {alike && <AlikeChoice alike={alike} />}
          <div className={isCompact ? 'flex flex-wrap items-center gap-x-4' : ''}>
            <div role="group" aria-label={words.actions} className="flex flex-wrap gap-2">
              {choices.map(({ to, label, variant }) => (
                <button key={to} name="to" value={to} className={`${buttonStyle[variant]} max-sm:px-3`}>
                  {label}
                </button>
              ))}
            </div>
            {reasons.length > 0 && <ReasonForm reasons={reasons} words={words} />}
          </div>
        </form>
      )}
      {!isDone && tools}
    </article>
  );
}
