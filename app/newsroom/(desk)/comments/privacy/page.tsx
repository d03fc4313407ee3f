import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { openExportPass } from '#db/privacy/export.ts';
import { findWriter } from '#db/privacy/requests.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { getDates } from '#app/newsroom/_dates.ts';
import { single, type Query } from '#app/_request/query.ts';
import { requireStaff } from '#app/newsroom/_session.ts';
import { ToolHead } from '../_tools.tsx';
import { AllComments } from './_all-comments.tsx';
import { FoundPerson } from './_person.tsx';
import { findPerson } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.tools'))('privacy.title') };
}

/** A person's request about their own data, from question to answer on one screen. */
export default async function PrivacyPage({ searchParams }: { searchParams: Query }) {
  const { person } = await requireStaff('revealAddress', '/newsroom/comments/privacy');
  const query = await searchParams;
  const pass = single(query.person);
  const [t, dates, found] = await Promise.all([
    getTranslations('newsroom.privacy'),
    getDates(),
    pass ? findWriter(pass) : undefined,
  ]);
  const exportPass = single(query.export);
  const mayExport = openExportPass(exportPass, person) !== undefined;
  const erased = /^\d{1,6}$/.test(single(query.erased)) ? Number(query.erased) : undefined;
  return (
    <div className="space-y-6">
      <ToolHead person={person} current="privacy" />
      {erased !== undefined && (
        <Notice tone="done">
          <p>{t('erased', { count: erased, n: formatNumber(erased, dates) })}</p>
        </Notice>
      )}
      {(query.fault === 'pass' || (pass && !found) || (exportPass && !mayExport)) && (
        <Notice tone="waiting">
          <p>{t('passGone')}</p>
        </Notice>
      )}
      <Block title={t('findTitle')} lead={t('findLead')}>
        <div className="max-w-xl">
          <ActionForm
            action={findPerson}
            fields={[
              { name: 'email', label: t('email'), isRequired: true, type: 'email', autoComplete: 'off' },
            ]}
            submit={t('find')}
            variant={found ? 'plain' : 'main'}
          />
        </div>
      </Block>
      {found && <FoundPerson pass={pass} found={found} isErasing={query.ask === 'erase'} dates={dates} />}
      <AllComments pass={mayExport ? exportPass : ''} />
    </div>
  );
}
