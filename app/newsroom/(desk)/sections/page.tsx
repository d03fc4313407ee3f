import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { RemoveForm } from '#components/newsroom/ui/remove-form.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { listSectionsForDesk } from '#db/paper/sections.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { Query } from '#app/_request/query.ts';
import { requireStaff } from '../../_session.ts';
import { sectionFields } from './_fields.ts';
import { moveSectionAction, removeSectionAction, saveSection } from './actions.ts';
import { nameIn } from '#lib/locales.ts';

const PATH = '/newsroom/sections';
const DONE = ['added', 'changed', 'moved', 'removed'] as const;
const FAULTS = ['used', 'gone'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.sections'))('title') };
}

export default async function SectionsPage({ searchParams }: { searchParams: Query }) {
  await requireStaff('settings', PATH);
  const [query, sections, fields, t, locale] = await Promise.all([
    searchParams,
    listSectionsForDesk(),
    sectionFields(),
    getTranslations('newsroom.sections'),
    getLocale(),
  ]);
  const dates = await getDateSettings(locale);
  const done = DONE.find((each) => each === query.done);
  const fault = FAULTS.find((each) => each === query.fault);
  const nameOf = (section: (typeof sections)[number]) => nameIn(section, locale);
  return (
    <div className="space-y-6">
      <DeskHead title={t('title')} lead={t('lead')} />
      {done && (
        <Notice tone="done">
          <p>{t(`done.${done}`)}</p>
        </Notice>
      )}
      {fault && (
        <Notice tone="fault">
          <p>{t(`faults.${fault}`)}</p>
        </Notice>
      )}
      {sections.length === 0 ? (
        <Empty title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <ol className="border-t border-hairline">
          {sections.map((section, n) => (
            <li
              key={section.id}
              className="flex flex-wrap items-center justify-between gap-x-6 border-b border-hairline py-2"
            >
              <div>
                <p>
                  <a
                    href={`${PATH}/${section.id}`}
                    className="text-ui font-bold text-sea underline hover:text-ink"
                  >
                    <bdi>{nameOf(section)}</bdi>
                  </a>
                </p>
                <p className="text-caption text-ink-soft">
                  <bdi dir="ltr">/{section.slug}</bdi> ·{' '}
                  {t('articles', { count: section.articles, n: formatNumber(section.articles, dates) })}
                </p>
              </div>
              <div className="flex flex-wrap gap-x-4">
                {n > 0 && (
                  <SafeForm action={moveSectionAction}>
                    <input type="hidden" name="id" value={section.id} />
                    <button
                      name="by"
                      value="up"
                      aria-label={t('upLabel', { name: nameOf(section) })}
                      className={buttonStyle.text}
                    >
                      {t('up')}
                    </button>
                  </SafeForm>
                )}
                {n < sections.length - 1 && (
                  <SafeForm action={moveSectionAction}>
                    <input type="hidden" name="id" value={section.id} />
                    <button
                      name="by"
                      value="down"
                      aria-label={t('downLabel', { name: nameOf(section) })}
                      className={buttonStyle.text}
                    >
                      {t('down')}
                    </button>
                  </SafeForm>
                )}
                {section.articles === 0 && (
                  <RemoveForm
                    action={removeSectionAction}
                    hidden={{ id: section.id }}
                    label={t('remove')}
                    name={nameOf(section)}
                  />
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      <Block title={t('addTitle')}>
        <div className="max-w-3xl">
          <ActionForm paired action={saveSection} fields={fields} submit={t('add')} />
        </div>
      </Block>
    </div>
  );
}
