'use client';

import {
  useEffect,
  useRef,
  useState,
  useTransition,
  type DragEvent,
  type FormEvent,
  type ReactNode,
} from 'react';
import { failureOf, isRedirect } from '#components/newsroom/ui/send-failure.ts';
import { sendWords } from '#components/newsroom/ui/send-words.ts';
import { byScript, useScripts } from '#components/newsroom/ui/use-scripts.ts';

type Props = {
  children: ReactNode;
  hint: string;
  waiting: string;
  move: (form: FormData) => Promise<string>;
};

const placeOf = (target: EventTarget) => (target as HTMLElement).closest<HTMLElement>('[data-place]');
const formOf = (element: HTMLElement) => element.querySelector<HTMLFormElement>('form[data-move]');

/**
 * Wraps the plan of the front page. A story is moved by drag and drop, or by a button without a page load;
 * the result is read aloud. Both send the form inside the place, which also works without JavaScript.
 */
export function FrontMoves({ children, hint, waiting, move }: Props) {
  const isReady = useScripts();
  const [text, setText] = useState('');
  const [isMoving, startMoving] = useTransition();
  const box = useRef<HTMLDivElement>(null);
  const dragged = useRef<HTMLElement | null>(null);
  const goal = useRef<{ articleId: string; way: string } | null>(null);

  // After the plan renders again, the focus stays on the story that was moved.
  useEffect(() => {
    if (isMoving || !goal.current) return;
    const { articleId, way } = goal.current;
    const place = box.current?.querySelector(`[data-place][data-article="${CSS.escape(articleId)}"]`);
    (
      place?.querySelector<HTMLElement>(`[data-way="${way}"]`) ??
      place?.querySelector<HTMLElement>('[data-way]')
    )?.focus();
    goal.current = null;
  }, [isMoving]);

  function send(form: FormData, way?: string) {
    if (isMoving) return;
    goal.current = way === undefined ? null : { articleId: String(form.get('articleId')), way };
    startMoving(async () => {
      try {
        const said = await move(form);
        startMoving(() => setText(said));
      } catch (error) {
        if (isRedirect(error)) throw error;
        const failure = failureOf(error, navigator.onLine);
        startMoving(() => setText(sendWords()[failure] ?? ''));
      }
    });
  }

  function onSubmit(event: FormEvent) {
    const form = event.target as HTMLFormElement;
    if (!('move' in form.dataset)) return;
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    send(new FormData(form, button), button?.dataset.way ?? '');
  }

  function onDragStart(event: DragEvent) {
    const story = (event.target as HTMLElement).closest<HTMLElement>('[draggable=true]');
    if (!story || !formOf(story)) return;
    dragged.current = story;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', story.dataset.article ?? '');
  }

  function mark(place: HTMLElement | null) {
    for (const each of box.current?.querySelectorAll<HTMLElement>('[data-over]') ?? [])
      if (each !== place) delete each.dataset.over;
    if (place && place !== dragged.current) place.dataset.over = '';
  }

  function onDragOver(event: DragEvent) {
    if (!dragged.current) return;
    const place = placeOf(event.target);
    if (place) event.preventDefault();
    mark(place);
  }

  function onDrop(event: DragEvent) {
    const [place, story] = [placeOf(event.target), dragged.current];
    if (!place || !story || place === story) return;
    event.preventDefault();
    const form = new FormData(formOf(story)!);
    form.set('place', place.dataset.place!);
    send(form);
  }

  function onDragEnd() {
    dragged.current = null;
    mark(null);
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={box}
      onSubmit={onSubmit}
      onDragStart={onDragStart}
      onDragOver={onDragOver}
      onDrop={onDrop}
      onDragEnd={onDragEnd}
      aria-busy={isMoving}
      className="space-y-6"
    >
      <div
        role="status"
        className={`sticky top-0 z-10 border-s-4 border-sea bg-sheet px-4 py-2 ${byScript(isReady)}`}
      >
        <p>{isMoving ? waiting : text || hint}</p>
      </div>
      {children}
    </div>
  );
}
