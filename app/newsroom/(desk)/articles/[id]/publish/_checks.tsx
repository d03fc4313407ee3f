import { getTranslations } from 'next-intl/server';
import { fieldAnchor } from '#components/newsroom/writing/article-field.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { PublishCheck, PublishFault } from '#lib/articles/publish-checks.ts';
import { deskPath } from '../_article.ts';

/** The field of the edit screen that fixes a fault, unless the fault is in a block of the body. */
const FIELDS: Record<PublishCheck, string> = {
  section: 'sectionId',
  headline: 'headline',
  body: 'body',
  tags: 'tags',
  pictureMissing: 'socialMediaId',
  documentMissing: 'body',
  alt: 'lead.alt',
  credit: 'lead.credit',
  headlineLong: 'headline',
  standfirst: 'standfirst',
  byline: 'authorIds',
  bylineGone: 'authorIds',
  entriesHidden: 'kind',
  privateLink: 'body',
  hiddenArticle: 'body',
  breakingPast: 'breakingUntil',
  commentsPast: 'commentsCloseAt',
};

/** The anchor on the edit screen where a fault is fixed: `body.3.1` is block 3 of the body. */
function placeOf({ key, at }: PublishFault): string {
  if (at === 'lead') return fieldAnchor(key === 'pictureMissing' ? 'lead.mediaId' : FIELDS[key]);
  return at ? `${fieldAnchor('body')}.${at.split('.')[1]}` : fieldAnchor(FIELDS[key]);
}

/** What must be fixed before an article is published, and what should be reviewed. */
export async function Checks({
  faults,
  number,
  isOut,
}: {
  faults: PublishFault[];
  number: number;
  isOut: boolean;
}) {
  const t = await getTranslations('newsroom.writing.publishing');
  const isFree = faults.length === 0;
  return (
    <Block
      title={t(isOut ? 'checksOut' : 'checks')}
      aside={
        <a href={deskPath(number)} className="text-sea underline hover:text-ink">
          {t('backToText')}
        </a>
      }
    >
      {isFree && (
        <p className="flex items-center gap-2 text-leaf">
          <Icon name="check" />
          {t('allGood')}
        </p>
      )}
      <ul className="space-y-2">
        {faults.map(({ key, level, at }, n) => (
          <li key={n} className={`flex items-start gap-2 ${level === 'stop' ? 'text-madder' : 'text-amber'}`}>
            <Icon name={level === 'stop' ? 'alert' : 'clock'} className="mt-0.5 size-5 shrink-0" />
            <span>
              <strong className="font-bold">{t(`levels.${level}`)}</strong>{' '}
              <a
                href={`${deskPath(number)}#${placeOf({ key, level, ...(at && { at }) })}`}
                className="underline underline-offset-4 hover:text-ink"
              >
                {t(`check.${key}`)}
              </a>
              {at && (
                <span className="text-ink-soft">
                  {' '}
                  {at === 'lead' ? t('atLead') : t('atBlock', { n: Number(at.split('.')[1]) + 1 })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
