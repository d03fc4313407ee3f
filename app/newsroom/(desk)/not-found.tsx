import { getTranslations } from 'next-intl/server';
import { MessagePage } from '#components/newsroom/frame/message-page.tsx';

export default async function NotFound() {
  const t = await getTranslations('newsroom.notFound');
  return <MessagePage title={t('title')} lead={t('lead')} link={{ href: '/newsroom', label: t('home') }} />;
}
