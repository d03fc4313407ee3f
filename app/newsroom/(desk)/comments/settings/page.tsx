import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import type { FieldProps } from '#components/newsroom/ui/field.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { getSettings } from '#db/paper/settings.ts';
import { single, type Query } from '#app/_request/query.ts';
import { requireStaff } from '#app/newsroom/_session.ts';
import { ToolHead } from '../_tools.tsx';
import { Switches } from './_switches.tsx';
import { saveSettings } from './actions.ts';

const DONE = ['holdAll', 'holdAllEnded', 'slowMode', 'slowModeEnded'] as const;
const NUMBERS = ['commentsCloseAfterDays', 'holdScore', 'spamScore', 'trustAfter'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.tools'))('settings.title') };
}

export default async function CommentSettingsPage({ searchParams }: { searchParams: Query }) {
  const { person } = await requireStaff('moderationRules', '/newsroom/comments/settings');
  const query = await searchParams;
  const [settings, t] = await Promise.all([getSettings(), getTranslations('newsroom.settings')]);
  const done = DONE.find((each) => each === query.done);
  const choice = (
    name: 'commentEmail' | 'classifierOn',
    values: readonly string[],
    initial: string,
  ): FieldProps => ({
    name,
    label: t(`${name}.label`),
    hint: t(`${name}.hint`),
    autoComplete: 'off',
    initial,
    options: values.map((value) => ({ value, label: t(`${name}.${value}` as 'commentEmail.required') })),
  });
  const fields: FieldProps[] = [
    choice('commentEmail', ['required', 'optional'], settings.commentEmail),
    ...NUMBERS.map((name): FieldProps => ({
      name,
      label: t(`${name}.label`),
      isRequired: true,
      hint: t(`${name}.hint`),
      inputMode: 'numeric',
      autoComplete: 'off',
      initial: String(settings[name]),
    })),
    choice('classifierOn', ['on', 'off'], settings.classifierOn ? 'on' : 'off'),
    {
      name: 'webhookUrl',
      label: t('webhookUrl.label'),
      hint: t('webhookUrl.hint'),
      type: 'url',
      autoComplete: 'off',
      initial: settings.webhookUrl,
    },
  ];
  return (
    <div className="space-y-6">
      <ToolHead person={person} current="settings" />
      {done && (
        <Notice tone="done">
          <p>{t(`done.${done}`)}</p>
        </Notice>
      )}
      <Switches asked={single(query.ask)} minutesAreWrong={query.fault === 'minutes'} />
      <Block title={t('title')} lead={t('lead')}>
        <div className="max-w-xl">
          <ActionForm action={saveSettings} fields={fields} submit={t('save')} />
        </div>
      </Block>
    </div>
  );
}
