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

/** Fields whose text changed after the form was sent. No response covers that text yet. */
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
  /** What an earlier page left unsent and this form restored; see `useKeptWords`. */
  left: LeftWords | null;
  form: RefObject<HTMLFormElement | null>;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/**
 * Sends a form with a server action that may fail on the way. React passes a failed action to the nearest
 * error boundary, which replaces the page and loses all typed text. Here the form stays as it is, reports
 * what happened, and can be sent again. Without JavaScript the form's own `action` sends it.
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

  // After a response the form is reset to its new values. Text typed during the request is put back on top.
  useEffect(() => {
    if (isSending) return;
    for (const [field, value] of since.current) {
      if (!field.isConnected) continue;
      // A reset skips hidden fields, and an editor may have written into one since. The event only marks it
      // as unsent.
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
        // Closes the disclosure that was opened for this form.
        if (!answer) sender.closest('details')?.removeAttribute('open');
      });
    });
  }

  return { isSending, failure, left: kept.left, form, onSubmit };
}

/**
 * `useSending` for a form whose action returns a result. Without JavaScript the result is there on the first
 * render. `onSent` gets the names of the fields in which text was typed during the request.
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
