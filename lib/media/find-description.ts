import ExifReader from 'exifreader';
import { firstCharacters } from '../arabic/count-characters.ts';
import { cleanField, cleanProse } from '../arabic/clean-field.ts';

/** What a photographer or agency wrote into the file: the initial values of our fields. */
export type Description = { credit: string; caption: string; alt: string; license: string };
export const NO_DESCRIPTION: Description = { credit: '', caption: '', alt: '', license: '' };
type Tags = Record<string, { description: unknown } | undefined>;

/** Text with characters that were lost in conversion is useless. */
const isReadable = (text: string) => text !== '' && !/\uFFFD|\?{3}/.test(text);

function first(max: number, ...found: ({ description: unknown } | undefined)[]): string {
  const texts = found.map((tag) => (typeof tag?.description === 'string' ? cleanProse(tag.description) : ''));
  return firstCharacters(texts.find(isReadable) ?? '', max);
}

/**
 * IPTC before XMP before Exif: newsroom software writes IPTC, cameras write Exif. The location is never read.
 */
export function findDescription(bytes: Buffer): Description {
  let tags: Partial<Record<'iptc' | 'xmp' | 'exif', Tags | undefined>>;
  try {
    tags = ExifReader.load(bytes, { expanded: true }) as unknown as typeof tags;
  } catch {
    return NO_DESCRIPTION; // it has no metadata, or none that can be read
  }
  const { iptc = {}, xmp = {}, exif = {} } = tags;
  const headline = first(300, iptc.Headline, xmp.Headline);
  return {
    credit: cleanField(first(200, iptc.Credit, xmp.Credit, iptc['By-line'], xmp.creator, exif.Artist)),
    caption: first(600, iptc['Caption/Abstract'], xmp.description, exif.ImageDescription) || headline,
    alt: first(600, xmp.AltTextAccessibility),
    license: cleanField(first(200, iptc['Copyright Notice'], xmp.rights, exif.Copyright)),
  };
}
