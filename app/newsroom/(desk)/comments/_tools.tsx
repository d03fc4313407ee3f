import { getTranslations } from 'next-intl/server';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { ToolsNav } from '#components/newsroom/frame/tools-nav.tsx';
import { can, type Person } from '#lib/people/can.ts';

const TOOLS = [
  { key: 'rules', href: '/newsroom/comments/rules', needs: 'moderate' },
  { key: 'settings', href: '/newsroom/comments/settings', needs: 'moderationRules' },
  { key: 'stats', href: '/newsroom/comments/stats', needs: 'moderate' },
  { key: 'privacy', href: '/newsroom/comments/privacy', needs: 'revealAddress' },
] as const;

type Props = { person: Person; current: (typeof TOOLS)[number]['key'] };

/** The title of a tool of the comments desk, with links to the other tools that this person may use. */
export async function ToolHead({ person, current }: Props) {
  const t = await getTranslations('newsroom.tools');
  const links = TOOLS.filter(({ needs }) => can(person, needs)).map(({ key, href }) => ({
    href,
    label: t(`${key}.title`),
    isCurrent: key === current,
  }));
  return (
    <div className="space-y-2">
      <DeskHead title={t(`${current}.title`)} lead={t(`${current}.lead`)} />
      <ToolsNav label={t('label')} links={links} />
    </div>
  );
}
