import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Field } from '#components/newsroom/ui/field.tsx';
import { WORD_LEVELS, WORD_MODES } from '#db/moderation/word-rules.ts';

type Props = {
  id?: string | undefined;
  word: string;
  mode: string;
  level: string;
  fault?: string | undefined;
};

/** Enters a word and tries it. The form uses GET, so nothing is saved before its effect was shown. */
export async function RuleForm({ id, word, mode, level, fault }: Props) {
  const [t, form] = await Promise.all([getTranslations('newsroom.rules'), getTranslations('newsroom.form')]);
  return (
    <form
      action="/newsroom/comments/rules"
      method="get"
      noValidate
      className="grid max-w-3xl gap-4 sm:grid-cols-2"
    >
      {id && <input type="hidden" name="change" value={id} />}
      <p className="is-required-legend text-caption text-ink-soft sm:col-span-2">{form('required')}</p>
      <div className="sm:col-span-2">
        <Field
          name="word"
          label={t('word')}
          isRequired
          isProse
          autoComplete="off"
          value={word}
          fault={fault}
        />
      </div>
      <Field
        name="level"
        label={t('level')}
        autoComplete="off"
        value={level}
        options={WORD_LEVELS.map((value) => ({ value, label: t(`levels.${value}`) }))}
      />
      <Field
        name="mode"
        label={t('mode')}
        autoComplete="off"
        value={mode}
        options={WORD_MODES.map((value) => ({ value, label: t(`modes.${value}`) }))}
      />
      <button className={`${buttonStyle.plain} justify-self-start`}>{t('try')}</button>
    </form>
  );
}
