import {
  useActionState,
  useEffect,
  useRef,
  useState,
  useTransition,
  type FormEvent,
  type RefObject,
} from 'react';
import { requestFormReset } from 'react-dom';
import type { FormAction, FormState } from './form-state.ts';
import { TELL_NOW } from './form-words.ts';
import { failureOf, isRedirect, type SendFailure } from './send-failure.ts';
import { createSendingKeys, SENDING } from './sending-key.ts';
import { isCheck, isField, typeInto, useTypedEarly, type TypedField } from './typed-early.ts';
import { useKeptWords, type LeftWords } from './use-kept-words.ts';

/** Text that is in a field now and was not there when the form was sent: it is not answered yet. */
function typedSince(form: HTMLFormElement, sent: FormData): Map<TypedField, string> {
  window.dispatchEvent(new Event(TELL_NOW));
  const given = new Map([...new Set(sent.keys())].map((name) => [name, sent.getAll(name)]));
  const since = new Map<TypedField, string>();
  for (const field of form.elements) {
    if (
      !isField(field) ||
      isCheck(field) ||
      (field.type === 'hidden' && !('kept' in field.dataset)) ||
      !field.name
    )
      continue;
    const value = given.get(field.name)?.shift();
    if (value !== undefined && value !== field.value) since.set(field, field.value);
  }
  return since;
}

export type Sending = {
  isSending: boolean;
  failure: SendFailure | null;
  /** What an earlier page left unsent and this form has taken up; see `useKeptWords`. */
  left: LeftWords | null;
  form: RefObject<HTMLFormElement | null>;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/**
 * Sends a form by a server's action that may fail on the way. React gives a failed action to the nearest
 * error boundary, which takes the page away with every word on it; here the form stays as it is, says what
 * happened, and can be sent again. Without scripts the form's own `action` sends it.
 */
export function useSending<T>(
  call: (form: FormData) => Promise<T>,
  onAnswer: (answer: T | null, since: string[], sender: HTMLFormElement) => void,
  keep?: string,
): Sending {
  const [failure, setFailure] = useState<SendFailure | null>(null);
  const [isSending, startSending] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const since = useRef(new Map<TypedField, string>());
  const [keys] = useState(() => createSendingKeys());
  const kept = useKeptWords(form, keep);
  useTypedEarly(form);

  // A form that was answered is reset to what it should hold now; what was typed while the answer was on its
  // way goes on top.
  useEffect(() => {
    if (isSending) return;
    for (const [field, value] of since.current) {
      if (!field.isConnected) continue;
      // A reset leaves hidden fields alone, and an editor may have written into one since: this only tells
      // that it is unsent.
      if (field.type === 'hidden') field.dispatchEvent(new Event('input', { bubbles: true }));
      else typeInto(field, value);
    }
    since.current.clear();
  }, [isSending]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const sender = event.currentTarget;
    if (isSending) return;
    const data = new FormData(sender, (event.nativeEvent as SubmitEvent).submitter);
    data.set(SENDING, keys.keyFor(data));
    startSending(async () => {
      let answer: T | null = null;
      let failed: SendFailure | null = null;
      try {
        answer = await call(data);
      } catch (error) {
        if (!isRedirect(error)) failed = failureOf(error, navigator.onLine);
      }
      if (!failed) {
        keys.settle();
        since.current = typedSince(sender, data);
        kept.settle(answer);
        if (since.current.size > 0) kept.goOn(sender);
      }
      startSending(() => {
        setFailure(failed);
        if (failed) return;
        onAnswer(
          answer,
          [...since.current.keys()].map(({ name }) => name),
          sender,
        );
        if (!sender.isConnected) return;
        requestFormReset(sender);
        // What was opened for it has done its work.
        if (!answer) sender.closest('details')?.removeAttribute('open');
      });
    });
  }

  return { isSending, failure, left: kept.left, form, onSubmit };
}

/**
 * The same for a form whose action says what came of it; what it says without scripts is there from the
 * beginning. `onSent` is told the names of the fields in which somebody went on typing meanwhile.
 */
export function useFormSending(
  action: FormAction,
  keep?: string,
  onSent?: (since: string[], form: HTMLFormElement) => void,
) {
  const [first, send] = useActionState(action, null);
  const [state, setState] = useState<FormState>(first);
  const sending = useSending<FormState>(
    (data) => action(state, data),
    (answer, since, sender) => {
      setState(answer);
      if (!answer) onSent?.(since, sender);
    },
    keep,
  );
  return { ...sending, state, send };
}
