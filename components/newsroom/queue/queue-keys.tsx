'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Aim } from '#lib/comments/states.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { byScript, useScripts } from '#components/newsroom/ui/use-scripts.ts';

const STORE = 'midad.newsroom.keys';
const CHANGED = 'midad:keys';

/** By the position of the key: an Arabic layout has other letters there. */
const CHOICES: Record<string, Aim> = {
  KeyA: 'approved',
  KeyF: 'approved',
  KeyD: 'rejected',
  KeyS: 'spam',
};

const MEANINGS = [
  ['next', 'J'],
  ['previous', 'K'],
  ['approve', 'A', 'F'],
  ['reject', 'D'],
  ['reason', 'R', '1–9'],
  ['spam', 'S'],
  ['undo', 'Z'],
  ['pick', 'X'],
  ['alike', 'G'],
  ['ban', 'B'],
  ['queue', 'T'],
  ['help', '?'],
] as const;

type Words = Record<(typeof MEANINGS)[number][0] | 'open' | 'title' | 'lead' | 'switch' | 'close', string>;

const cards = () => [...document.querySelectorAll<HTMLElement>('[data-queue-card]')];
const currentCard = () => document.activeElement?.closest<HTMLElement>('[data-queue-card]') ?? null;

function go(card: HTMLElement | undefined) {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

/**
 * The query of the page that the keyboard has turned. Once the next page renders, its first card is focused.
 */
const turned: { from: string | null } = { from: null };

function turnPage() {
  const link = document.querySelector<HTMLAnchorElement>('a[rel=next]');
  if (!link || cards().some((card) => card.ariaBusy === 'true')) return;
  turned.from = new URLSearchParams(location.search).toString();
  link.click();
}

function step(by: 1 | -1) {
  const all = cards();
  const current = currentCard();
  const aim = current ? all[all.indexOf(current) + by] : all[0];
  if (aim) go(aim);
  else if (by === 1) turnPage();
}

/** The focused card. Without one, the key press only focuses the first open card. */
function openCard(): HTMLElement | undefined {
  const card = currentCard();
  if (card) return card.ariaBusy === 'true' ? undefined : card;
  go(cards().find((each) => each.dataset.queueCard === 'open'));
  return undefined;
}

function press(selector: string) {
  const card = openCard();
  const button = card?.querySelector<HTMLButtonElement>(selector);
  if (!card || !button) return;
  button.click();
  const all = cards();
  go(all.slice(all.indexOf(card) + 1).find((each) => each.dataset.queueCard === 'open') ?? card);
}

/** Opens a menu of the card and focuses its first control; closes an open one and focuses the card. */
function toggleMenu(name: string) {
  const card = openCard();
  const menu = card?.querySelector<HTMLDetailsElement>(`[data-menu="${name}"]`);
  if (!menu) return;
  const folded = menu.parentElement?.closest('details');
  if (folded && !folded.open) folded.open = true;
  menu.open = !menu.open;
  if (menu.open)
    menu.querySelector<HTMLElement>(name === 'reasons' ? 'button' : 'input:not([type=hidden])')?.focus();
  else go(card);
}

function closeMenu() {
  const menu = document.activeElement?.closest<HTMLDetailsElement>('[data-menu][open]');
  if (menu) menu.open = false;
  if (menu) go(currentCard() ?? undefined);
}

/** Focuses the first near-copy of the card that is not chosen yet; Space chooses it. */
const goAlike = () => openCard()?.querySelector<HTMLElement>('[data-alike] input:not(:checked)')?.focus();
const pick = () => openCard()?.querySelector<HTMLInputElement>('input[name=pick]')?.click();
const nextQueue = () =>
  document.querySelector<HTMLAnchorElement>('[data-queues] li:has([aria-current]) + li a')?.click();

/**
 * Undoes the latest decision, made by keyboard or not. While one is being sent, it is unclear which is the
 * latest.
 */
function undo() {
  if (cards().some((card) => card.ariaBusy === 'true')) return;
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-undo]')];
  const [last] = buttons.sort((a, b) => Number(b.dataset.undo) - Number(a.dataset.undo));
  go(last?.closest<HTMLElement>('[data-queue-card]') ?? undefined);
  last?.click();
}

const WITHOUT_LETTERS = ['checkbox', 'radio'];
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(?:TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !WITHOUT_LETTERS.includes(target.type)));

const KEYS: Record<string, () => void> = {
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyZ: undo,
  KeyX: pick,
  KeyG: goAlike,
  KeyT: nextQueue,
  KeyR: () => toggleMenu('reasons'),
  KeyB: () => toggleMenu('ban'),
  Escape: closeMenu,
};

function act(code: string): boolean {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (CHOICES[code]) press(`button[name="to"][value="${CHOICES[code]}"]`);
  else if (digit) press(`[data-menu="reasons"][open] [role=group] button:nth-of-type(${digit})`);
  else if (KEYS[code]) KEYS[code]();
  else return false;
  return true;
}

const readSwitch = () => localStorage.getItem(STORE) !== 'off';
function onSwitch(notify: () => void) {
  window.addEventListener(CHANGED, notify);
  window.addEventListener('storage', notify);
  return () => {
    window.removeEventListener(CHANGED, notify);
    window.removeEventListener('storage', notify);
  };
}

/** Shortcuts for the queue, with their legend. They press the same buttons as a mouse. */
export function QueueKeys({ words }: { words: Words }) {
  const isOn = useSyncExternalStore(onSwitch, readSwitch, () => false);
  const isReady = useScripts();
  const legend = useRef<HTMLDialogElement>(null);
  const page = useSearchParams().toString();

  useEffect(() => {
    if (turned.from === null || turned.from === page) return;
    turned.from = null;
    go(cards()[0]);
  }, [page]);

  // Before the browser paints: once the legend's button is visible, the keys must work.
  useLayoutEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || legend.current?.open) return;
      if (event.code !== 'Escape' && isTyping(event.target)) return;
      if (event.code === 'Slash' && event.shiftKey) legend.current?.showModal();
      else if (event.shiftKey || event.repeat || !act(event.code)) return;
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

  return (
    <div className={`max-sm:hidden ${byScript(isReady)}`}>
      <button
        type="button"
        onClick={() => legend.current?.showModal()}
        aria-keyshortcuts="Shift+?"
        className={buttonStyle.text}
      >
        {words.open}
      </button>
      <dialog
        ref={legend}
        aria-labelledby="keys-title"
        className="m-auto w-full max-w-md rounded-paper border border-hairline bg-sheet p-6 text-ink"
      >
        <h2 id="keys-title" className="text-h3">
          {words.title}
        </h2>
        <p className="mb-4 text-ink-soft">{words.lead}</p>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2">
          {MEANINGS.map(([meaning, ...keys]) => (
            <div key={meaning} className="contents">
              <dt dir="ltr" className="flex gap-1">
                {keys.map((key) => (
                  <kbd key={key} className="min-w-8 rounded-paper border border-field px-2 text-center">
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{words[meaning]}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-6 flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            checked={isOn}
            onChange={(event) => flip(event.target.checked)}
            className="size-5 accent-sea"
          />
          {words.switch}
        </label>
        <form method="dialog" className="mt-2">
          <button className={buttonStyle.plain}>{words.close}</button>
        </form>
      </dialog>
    </div>
  );
}
