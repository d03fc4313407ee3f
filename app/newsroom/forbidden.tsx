import { getTranslations } from 'next-intl/server';
import { MessagePage } from '#components/newsroom/frame/message-page.tsx';

export default async function Forbidden() {
  const t = await getTranslations('newsroom.forbidden');
  return <MessagePage title={t('title')} lead={t('lead')} link={{ href: '/newsroom', label: t('home') }} />;
}
