import { getTranslations } from 'next-intl/server';
import { LiveComposer } from '#components/newsroom/live/live-composer.tsx';
import type { PickedMedia } from '#components/newsroom/library/picked-media.ts';
import { newFormId, FORM_ID } from '#components/newsroom/ui/form-id.ts';
import { listPickedMedia } from '#db/articles/desk-lookups.ts';
import { searchMedia } from '#db/media/search-media.ts';
import type { LiveEntry } from '#db/tables/tables.ts';
import { localDateTime } from '#lib/arabic/local-time.ts';
import { EMPTY_DOC } from '#lib/body/doc.ts';
import { splitEntry } from '#lib/articles/entry-form.ts';
import type { Locale } from '#lib/locales.ts';
import { getPickerWords } from '#app/newsroom/_media-words.ts';
import { getRichProps } from '#app/newsroom/_rich.ts';
import { toPicked } from '#app/newsroom/(desk)/media/_picked.ts';
import { writeEntry } from './actions.ts';
import { Signs, TextHint } from './_notation.tsx';

/** Without scripts the form offers this many of the newest pictures. */
const LATEST = 40;
const WORDS = [
  'body',
  'headline',
  'headlineHint',
  'at',
  'atHint',
  'isKey',
  'isPinned',
  'preview',
  'previewed',
  'keys',
  'embed',
  'embedTitleHint',
  'picture',
  'pictureHint',
  'latest',
  'none',
  'fromLibrary',
] as const;

type Props = {
  /** The person whose unsent text the browser keeps. */
  userId: string;
  number: number;
  lang: Locale;
  timeZone: string;
  /** The entry to change; without it the form writes a new one. */
  entry?: LiveEntry | undefined;
  /** The text to start from instead of the entry's: an earlier version, or a removed entry. */
  words?: Pick<LiveEntry, 'headline' | 'body'> | undefined;
};

/** The form of an entry, with its initial values. */
export async function Composer({ userId, number, lang, timeZone, entry, words: begun = entry }: Props) {
  const body = begun?.body ?? EMPTY_DOC;
  const { text, picture, embed, kept } = splitEntry(body);
  const [t, editor, pickerWords, latest, chosen] = await Promise.all([
    getTranslations('newsroom.live.form'),
    getTranslations('newsroom.editor'),
    getPickerWords(),
    searchMedia({ text: '', type: 'image' }, { page: 1, limit: LATEST }),
    listPickedMedia(picture ? [picture.mediaId] : []),
  ]);
  const rich = await getRichProps(body, lang, { label: t('body'), placeholder: t('placeholder') });
  const pictures = new Map<string, PickedMedia>(
    [...chosen, ...latest.map(toPicked)].map((each) => [each.id, each]),
  );
  const words = Object.fromEntries(WORDS.map((key) => [key, t(key, { text: '{text}' })])) as Record<
    (typeof WORDS)[number],
    string
  >;
  return (
    <LiveComposer
      action={writeEntry}
      keep={`entry.${userId}.${number}.${entry?.id ?? 'new'}`}
      words={{
        ...words,
        send: t(entry ? 'save' : 'send'),
        unnamed: pickerWords.unnamed,
        upload: pickerWords.uploadTitle,
        embedAddress: editor('embed.address'),
        embedHint: editor('embed.hint'),
        embedTitle: editor('embed.title'),
        caption: editor('figure.caption'),
        credit: editor('figure.credit'),
        alt: editor('figure.alt'),
        decorative: editor('figure.decorative'),
      }}
      rich={rich}
      pictures={[...pictures.values()]}
      textHint={<TextHint kept={kept} />}
      signs={<Signs />}
      lang={lang}
      hidden={{
        number: String(number),
        [FORM_ID]: newFormId(),
        ...(entry && { entryId: entry.id, seenAt: String(entry.updatedAt.getTime()) }),
      }}
      initial={{
        body: text,
        headline: begun?.headline ?? '',
        at: entry ? localDateTime(entry.at, timeZone) : '',
        isKey: entry?.isKey ? '1' : '',
        isPinned: entry?.isPinned ? '1' : '',
        mediaId: picture?.mediaId ?? '',
        caption: picture?.caption ?? '',
        credit: picture?.credit ?? '',
        alt: picture?.alt ?? '',
        decorative: picture?.decorative ? '1' : '',
        embed: embed?.url ?? '',
        embedTitle: embed?.title ?? '',
      }}
    />
  );
}
