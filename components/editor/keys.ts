import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { Act } from './acts.ts';

/**
 * By the position of a key: an Arabic layout has other letters there, and two of them («لا») where a Latin
 * one has B.
 */
export const KEYS: { act: Act; code: string; shift?: true; alt?: true; shown: string }[] = [
  { act: 'bold', code: 'KeyB', shown: 'B' },
  { act: 'italic', code: 'KeyI', shown: 'I' },
  { act: 'link', code: 'KeyK', shown: 'K' },
  { act: 'strike', code: 'KeyS', shift: true, shown: 'S' },
  { act: 'sub', code: 'Comma', shown: ',' },
  { act: 'sup', code: 'Period', shown: '.' },
  { act: 'ltr', code: 'KeyL', shift: true, shown: 'L' },
  { act: 'paragraph', code: 'Digit0', alt: true, shown: '0' },
  { act: 'heading2', code: 'Digit2', alt: true, shown: '2' },
  { act: 'heading3', code: 'Digit3', alt: true, shown: '3' },
  { act: 'orderedList', code: 'Digit7', shift: true, shown: '7' },
  { act: 'bulletList', code: 'Digit8', shift: true, shown: '8' },
  { act: 'quote', code: 'Digit9', shift: true, shown: '9' },
  { act: 'direction', code: 'KeyX', shift: true, shown: 'X' },
  { act: 'clean', code: 'Backslash', shown: '\\' },
  { act: 'undo', code: 'KeyZ', shown: 'Z' },
  { act: 'redo', code: 'KeyZ', shift: true, shown: 'Z' },
  { act: 'redo', code: 'KeyY', shown: 'Y' },
  { act: 'help', code: 'Slash', shown: '/' },
];

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** A key with the modifier of the shortcuts. */
export const shownWith = (key: string): string => `${isApple() ? '⌘' : 'Ctrl'}+${key}`;

/** `Ctrl+Shift+8`, as it is written on keyboards: the same in every language. */
export function shownKeys(act: Act): string | undefined {
  const found = KEYS.find((each) => each.act === act);
  if (!found) return undefined;
  return [
    isApple() ? '⌘' : 'Ctrl',
    found.alt && (isApple() ? '⌥' : 'Alt'),
    found.shift && (isApple() ? '⇧' : 'Shift'),
    found.shown,
  ]
    .filter(Boolean)
    .join('+');
}

/** The same for screen readers. */
export function spokenKeys(act: Act): string | undefined {
  const found = KEYS.find((each) => each.act === act);
  return (
    found &&
    [isApple() ? 'Meta' : 'Control', found.alt && 'Alt', found.shift && 'Shift', found.shown]
      .filter(Boolean)
      .join('+')
  );
}

function actOf(event: KeyboardEvent): Act | undefined {
  const mod = isApple() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!mod || event.isComposing) return undefined;
  return KEYS.find(
    ({ code, shift, alt }) =>
      code === event.code && Boolean(shift) === event.shiftKey && Boolean(alt) === event.altKey,
  )?.act;
}

declare module '@tiptap/core' {
  interface EditorEvents {
    act: Act;
    /** Alt+F10, as in other editors. */
    toToolbar: undefined;
  }
}

/** Runs before every other keymap. */
export const Keys = Extension.create({
  name: 'keys',
  priority: 2000,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          handleKeyDown(_view, event) {
            const act = actOf(event);
            if (event.altKey && event.code === 'F10') editor.emit('toToolbar', undefined);
            else if (act) editor.emit('act', act);
            else return false;
            event.preventDefault();
            return true;
          },
        },
      }),
    ];
  },
});
