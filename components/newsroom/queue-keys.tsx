'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import { buttonStyle } from './button.ts';

const STORE = 'midad.newsroom.keys';
const CHANGED = 'midad:keys';

/** By the key's place: an Arabic layout has other letters there. */
const CHOICES: Record<string, string> = { KeyA: 'approved', KeyF: 'approved', KeyD: 'rejected', KeyS: 'spam' };

type Words = Record<'open' | 'title' | 'lead' | 'next' | 'previous' | 'approve' | 'reject' | 'spam' | 'undo' | 'help' | 'switch' | 'close', string>;

const cards = () => [...document.querySelectorAll<HTMLElement>('[data-queue-card]')];
const currentCard = () => document.activeElement?.closest<HTMLElement>('[data-queue-card]') ?? null;

function go(card: HTMLElement | undefined) {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

function step(by: 1 | -1) {
  const all = cards();
  const current = currentCard();
  if (!current) return go(all[0]);
  go(all[all.indexOf(current) + by]);
}

function decide(to: string) {
  const all = cards();
  const card = currentCard() ?? all.find((each) => each.dataset.queueCard === 'open');
  const button = card?.querySelector<HTMLButtonElement>(`button[name="to"][value="${to}"]`);
  if (!card || !button || card.ariaBusy === 'true') return;
  if (currentCard() === null) return go(card); // the first press only shows which card is meant
  button.click();
  go(all.slice(all.indexOf(card) + 1).find((each) => each.dataset.queueCard === 'open') ?? card);
}

/** The decision taken last, by keyboard or not. While one is on its way it is not clear which that is. */
function undo() {
  if (cards().some((card) => card.ariaBusy === 'true')) return;
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-undo]')];
  const [last] = buttons.sort((a, b) => Number(b.dataset.undo) - Number(a.dataset.undo));
  go(last?.closest<HTMLElement>('[data-queue-card]') ?? undefined);
  last?.click();
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const onNothing = () => () => undefined;
const readSwitch = () => localStorage.getItem(STORE) !== 'off';
function onSwitch(notify: () => void) {
  window.addEventListener(CHANGED, notify);
  window.addEventListener('storage', notify);
  return () => {
    window.removeEventListener(CHANGED, notify);
    window.removeEventListener('storage', notify);
  };
}

/** Shortcuts for the queue, with their legend. They press the same buttons that a mouse would. */
export function QueueKeys({ words }: { words: Words }) {
  const isOn = useSyncExternalStore(onSwitch, readSwitch, () => false);
  const isReady = useSyncExternalStore(onNothing, () => true, () => false);
  const legend = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || legend.current?.open) return;
      if (event.code === 'Slash' && event.shiftKey) legend.current?.showModal();
      else if (event.shiftKey || event.repeat) return;
      else if (event.code === 'KeyJ') step(1);
      else if (event.code === 'KeyK') step(-1);
      else if (event.code === 'KeyZ') undo();
      else if (CHOICES[event.code]) decide(CHOICES[event.code]!);
      else return;
      event.preventDefault();
    }
    if (!isOn) return;
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn]);

  function flip(on: boolean) {
    if (on) localStorage.removeItem(STORE);
    else localStorage.setItem(STORE, 'off');
    window.dispatchEvent(new Event(CHANGED));
  }

  const rows: [keys: string[], meaning: string][] = [
    [['J'], words.next], [['K'], words.previous], [['A', 'F'], words.approve], [['D'], words.reject], [['S'], words.spam], [['Z'], words.undo], [['?'], words.help],
  ];
  if (!isReady) return null; // without scripts there are no shortcuts to speak of
  return (
    <div className="max-sm:hidden">
      <button type="button" onClick={() => legend.current?.showModal()} aria-keyshortcuts="Shift+?" className={buttonStyle.text}>{words.open}</button>
      <dialog ref={legend} aria-labelledby="keys-title" className="m-auto w-full max-w-md rounded-paper border border-hairline bg-sheet p-6 text-ink">
        <h2 id="keys-title" className="text-h3">{words.title}</h2>
        <p className="mb-4 text-ink-soft">{words.lead}</p>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2">
          {rows.map(([keys, meaning]) => (
            <div key={meaning} className="contents">
              <dt dir="ltr" className="flex gap-1">
                {keys.map((key) => <kbd key={key} className="min-w-8 rounded-paper border border-field px-2 text-center">{key}</kbd>)}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-6 flex min-h-11 items-center gap-3">
          <input type="checkbox" checked={isOn} onChange={(event) => flip(event.target.checked)} className="size-5 accent-sea" />
          {words.switch}
        </label>
        <form method="dialog" className="mt-2"><button className={buttonStyle.plain}>{words.close}</button></form>
      </dialog>
    </div>
  );
}
