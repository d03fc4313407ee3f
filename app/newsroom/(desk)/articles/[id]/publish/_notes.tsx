import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { Time } from '#components/ui/time.tsx';
import { correctionStamp, listCorrections } from '#db/articles/corrections.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import type { Opened } from '../_article.ts';
import { amendNote, removeNote } from './note-actions.ts';

const KINDS = ['correction', 'clarification', 'update'] as const;

/** The dated notes that readers see under an article. Each can be corrected or removed. */
export async function Notes({ opened: { article, number, staff } }: { opened: Opened }) {
  const notes = await listCorrections(article.id);
  if (notes.length === 0) return null;
  const [t, dates] = await Promise.all([
    getTranslations('newsroom.writing.publishing'),
    getDateSettings(await getLocale()),
  ]);
  return (
    <Block title={t('notesTitle')} lead={t('notesLead')}>
      <ul className="divide-y divide-hairline">
        {notes.map((note) => {
          const { id, kind, text, publishedAt } = note;
          const seen = { hidden: { id }, stamp: correctionStamp(note) };
          const isNotice = kind === 'retraction';
          return (
            <li key={id} className="space-y-2 py-3">
              <p className="text-caption text-ink-soft">
                <b className="font-bold">{t(isNotice ? 'retractionNote' : `kinds.${kind}`)}</b> ·{' '}
                <Time at={publishedAt} dates={dates} />
              </p>
              <p dir="auto" className="max-w-2xl whitespace-pre-wrap">
                {text}
              </p>
              <div className="flex flex-wrap gap-x-6">
                <ActionForm
                  {...seen}
                  folded={{ summary: t('noteAmend') }}
                  action={amendNote.bind(null, number)}
                  keep={`note.${staff.person.id}.${id}`}
                  submit={t('noteSave')}
                  fields={[
                    ...(isNotice
                      ? []
                      : [
                          {
                            name: 'kind',
                            label: t('noteKind'),
                            autoComplete: 'off',
                            initial: kind,
                            options: KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
                          },
                        ]),
                    {
                      name: 'text',
                      label: t('text'),
                      isRequired: true,
                      rows: 3,
                      isProse: true,
                      initial: text,
                      autoComplete: 'off',
                    },
                  ]}
                />
                {isNotice && article.status === 'retracted' ? null : (
                  <ActionForm
                    {...seen}
                    folded={{ summary: t('noteRemove'), lead: <p className="mb-3">{t('noteRemoveAsk')}</p> }}
                    action={removeNote.bind(null, number)}
                    fields={[]}
                    submit={t('noteRemoveYes')}
                    variant="risky"
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Block>
  );
}
