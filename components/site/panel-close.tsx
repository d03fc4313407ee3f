import { useTranslations } from 'next-intl';
import { Icon } from '../ui/icon.tsx';

/** The close button of a panel, labelled «إغلاق» in Arabic. Needs no script. */
export function PanelClose({ panel }: { panel: string }) {
  const t = useTranslations('site');
  return (
    <button
      type="button"
      popoverTarget={panel}
      popoverTargetAction="hide"
      className="-ms-2 inline-flex min-h-11 items-center gap-2 rounded-paper px-2 text-ui hover:text-sea"
    >
      <Icon name="close" />
      {t('close')}
    </button>
  );
}
