'use client';

import type { ReactNode } from 'react';
import { LIMITS } from '#lib/comments/rules.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { More } from '#components/newsroom/ui/more.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { TextBox } from '#components/newsroom/ui/text-box.tsx';

type Send = (form: FormData) => Promise<void>;
export type ToolActions = { ban: Send; feature: Send; unfeature: Send; reply: Send; note: Send };
type ToolWord =
  | 'reply'
  | 'replyLabel'
  | 'replyHint'
  | 'replySubmit'
  | 'feature'
  | 'featureLine'
  | 'featureHint'
  | 'featureSubmit'
  | 'unfeature'
  | 'note'
  | 'noteLabel'
  | 'noteSubmit'
  | 'ban'
  | 'required';
type BanWord = 'whom' | 'howLong' | 'reason' | 'withAll' | 'submit' | 'writer' | 'email';
export type ToolWords = Record<ToolWord, string> & {
  banning: Record<BanWord, string>;
  days: { value: string; label: string }[];
};

type Props = {
  id: string;
  back: string;
  actions: ToolActions;
  /** The same object for every card: the page then holds the words once. */
  words: ToolWords;
  isPublic: boolean;
  isPicked: boolean;
  mayNote: boolean;
  /** By what the writer can be banned, each with its words if they are not those of every card. */
  bans: { kind: 'writer' | 'email' | 'network'; label?: ReactNode }[];
};

function Target({ id, back }: { id: string; back: string }) {
  return (
    <>
      <input type="hidden" name="commentId" value={id} />
      <input type="hidden" name="back" value={back} />
    </>
  );
}

function BanForm({ id, back, actions, words, bans }: Props) {
  const t = words.banning;
  return (
    <SafeForm action={actions.ban} className="space-y-3">
      <Target id={id} back={back} />
      <fieldset>
        <legend className="font-medium">{t.whom}</legend>
        {bans.map(({ kind, label }, n) => (
          <label key={kind} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="kind"
              value={kind}
              defaultChecked={n === 0}
              className="size-5 shrink-0 accent-sea"
            />
            <span>{kind === 'network' ? label : t[kind]}</span>
          </label>
        ))}
      </fieldset>
      <label className="block">
        <span className="mb-1 block font-medium">{t.howLong}</span>
        <select
          name="days"
          defaultValue="7"
          className="min-h-11 rounded-paper border border-field bg-paper px-3"
        >
          {words.days.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <TextBox name="reason" label={t.reason} rows={1} max={300} />
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" name="withAll" className="size-5 accent-sea" />
        {t.withAll}
      </label>
      <button className={buttonStyle.risky}>{t.submit}</button>
    </SafeForm>
  );
}

/**
 * What a moderator can do besides deciding: reply, pick, note, ban. Each opens inline and is an ordinary
 * form.
 */
export function CardTools(card: Props) {
  const { id, back, actions, words: t, isPublic, isPicked, mayNote, bans } = card;
  return (
    <div className="flex flex-wrap gap-x-6">
      {isPublic && (
        <More summary={t.reply}>
          <SafeForm action={actions.reply} className="space-y-3">
            <Target id={id} back={back} />
            <TextBox
              name="body"
              label={t.replyLabel}
              hint={t.replyHint}
              rows={4}
              max={LIMITS.body}
              required={t.required}
            />
            <button className={buttonStyle.main}>{t.replySubmit}</button>
          </SafeForm>
        </More>
      )}
      {isPublic && !isPicked && (
        <More summary={t.feature}>
          <SafeForm action={actions.feature} className="space-y-3">
            <Target id={id} back={back} />
            <TextBox name="line" label={t.featureLine} hint={t.featureHint} rows={1} max={160} />
            <button className={buttonStyle.main}>{t.featureSubmit}</button>
          </SafeForm>
        </More>
      )}
      {isPicked && (
        <SafeForm action={actions.unfeature}>
          <Target id={id} back={back} />
          <button className={buttonStyle.text}>{t.unfeature}</button>
        </SafeForm>
      )}
      {mayNote && (
        <More summary={t.note}>
          <SafeForm action={actions.note} className="space-y-3">
            <Target id={id} back={back} />
            <TextBox name="text" label={t.noteLabel} rows={2} max={1000} required={t.required} />
            <button className={buttonStyle.main}>{t.noteSubmit}</button>
          </SafeForm>
        </More>
      )}
      {bans.length > 0 && (
        <More summary={t.ban} menu="ban">
          <BanForm {...card} />
        </More>
      )}
    </div>
  );
}
