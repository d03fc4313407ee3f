import { useState } from 'react';
import { readSlug, slugify } from '#lib/arabic/slug.ts';
import type { ArticleContent } from '#lib/articles/content.ts';
import { socialImagePath } from '#lib/media/variants.ts';
import { ArticleField } from './article-field.tsx';
import { PictureChooser } from './article-picture.tsx';
import type { WritingWords } from './article-words.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import type { PickerWords } from '#components/newsroom/library/media-picker.tsx';
import type { PickedMedia } from '#components/newsroom/library/picked-media.ts';

type Props = {
  content: ArticleContent;
  onChange: (changes: Partial<ArticleContent>) => void;
  pictureOf: (id: string | null) => PickedMedia | undefined;
  onPick: (key: 'socialMediaId', picture: PickedMedia | null) => void;
  /** Readers already have its address. */
  isPublic: boolean;
  /** The address up to the slug: `example.org/local/1042/`. */
  addressStart: string;
  siteName: string;
  faults: Record<string, string>;
  isReady: boolean;
  words: WritingWords;
  pickerWords: PickerWords;
};

/** How the article looks in a list of search results, at about their width. */
function SearchPreview({
  address,
  title,
  description,
  words,
}: {
  address: string;
  title: string;
  description: string;
  words: WritingWords;
}) {
  return (
    <figure>
      <figcaption className="mb-1 text-caption text-ink-soft">{words.searchPreview}</figcaption>
      <div className="rounded-paper border border-hairline bg-paper p-3">
        <p className="truncate text-caption text-ink-soft">
          <bdi>{address}</bdi>
        </p>
        <p className="line-clamp-2 text-ui text-sea">
          <bdi>{title || '…'}</bdi>
        </p>
        <p className="line-clamp-2 text-caption">
          <bdi>{description || '…'}</bdi>
        </p>
      </div>
    </figure>
  );
}

/** The card that other sites show for a link, with the same image file that they get. */
function CardPreview({
  picture,
  site,
  title,
  words,
}: {
  picture: PickedMedia | undefined;
  site: string;
  title: string;
  words: WritingWords;
}) {
  return (
    <figure>
      <figcaption className="mb-1 text-caption text-ink-soft">{words.cardPreview}</figcaption>
      <div className="overflow-hidden rounded-paper border border-hairline bg-paper">
        <img
          src={picture ? socialImagePath(picture) : '/social-default.png'}
          width={1200}
          height={630}
          alt=""
          className="h-auto w-full bg-hairline"
        />
        <div className="p-3">
          <p className="text-caption text-ink-soft">
            <bdi>{site}</bdi>
          </p>
          <p className="line-clamp-2 font-medium">
            <bdi>{title || '…'}</bdi>
          </p>
        </div>
      </div>
    </figure>
  );
}

/** In an address copied from a browser, an Arabic letter takes six characters. */
const SLUG_PASTED = 1000;

/** The address of the article. Once readers have it, a button unlocks it first. */
function SlugField({
  content,
  onChange,
  isPublic,
  isReady,
  words,
  fault,
}: Pick<Props, 'content' | 'onChange' | 'isPublic' | 'isReady' | 'words'> & { fault: string | undefined }) {
  const [isOpen, setIsOpen] = useState(false);
  const isLocked = isReady && isPublic && !isOpen;
  return (
    <>
      <ArticleField
        name="slug"
        label={words.fields.slug}
        value={content.slug}
        readOnly={isLocked}
        max={SLUG_PASTED}
        lang={content.locale}
        fault={fault}
        onChange={(text) =>
          onChange({
            slug: /%[0-9a-f]{2}|:\/\//i.test(text) ? readSlug(text) : text.replace(/[\s/?#%]+/g, '-'),
          })
        }
        hint={isLocked ? words.slugLocked : isPublic ? words.slugRedirect : words.slugEmpty}
        variant="text-ui read-only:bg-sheet read-only:text-ink-soft"
      />
      {isLocked && (
        <button type="button" onClick={() => setIsOpen(true)} className={buttonStyle.text}>
          {words.slugChange}
        </button>
      )}
    </>
  );
}

/** Address, texts and picture for search engines and for shared links. */
export function ArticleSearchFields({
  content,
  onChange,
  pictureOf,
  onPick,
  isPublic,
  addressStart,
  siteName,
  faults,
  isReady,
  words,
  pickerWords,
}: Props) {
  const { fields } = words;
  const lang = content.locale;
  const slug = content.slug || slugify(content.headline);
  const title = content.seoTitle || content.headline;
  const isBadAddress = content.canonicalUrl !== '' && !/^https?:\/\/[^/\s]+/.test(content.canonicalUrl);
  return (
    <div className="space-y-4">
      <SlugField {...{ content, onChange, isPublic, isReady, words }} fault={faults.slug} />
      <ArticleField
        name="seoTitle"
        label={fields.seoTitle}
        value={content.seoTitle}
        onChange={(seoTitle) => onChange({ seoTitle })}
        max={120}
        lang={lang}
        hint={words.seoHint}
        fault={faults.seoTitle}
      />
      <ArticleField
        name="seoDescription"
        label={fields.seoDescription}
        value={content.seoDescription}
        onChange={(seoDescription) => onChange({ seoDescription })}
        max={320}
        rows={2}
        lang={lang}
        fault={faults.seoDescription}
      />
      <SearchPreview
        address={`${addressStart}${slug}`}
        title={title}
        description={content.seoDescription || content.standfirst}
        words={words}
      />
      <div>
        <p className="mb-1 font-medium">{fields.socialMediaId}</p>
        <PictureChooser
          name="socialMediaId"
          label={fields.socialMediaId}
          mediaId={content.socialMediaId}
          picture={undefined}
          isReady={isReady}
          words={{ ...words, noPicture: words.socialHint }}
          onPick={(picture) => onPick('socialMediaId', picture)}
          pickerWords={pickerWords}
        />
      </div>
      <CardPreview
        picture={pictureOf(content.socialMediaId) ?? pictureOf(content.lead.mediaId)}
        site={siteName}
        title={title}
        words={words}
      />
      <ArticleField
        name="canonicalUrl"
        label={fields.canonicalUrl}
        value={content.canonicalUrl}
        onChange={(text) => onChange({ canonicalUrl: text.trim() })}
        max={2000}
        isLatin
        hint={words.canonicalHint}
        fault={isBadAddress ? words.canonicalFault : faults.canonicalUrl}
      />
    </div>
  );
}
