import { memo } from 'react';
import { countCharacters } from '#lib/arabic/count-characters.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { ArticleContent } from '#lib/articles/content.ts';
import { ArticleField } from './article-field.tsx';
import { fill, type WritingWords } from './article-words.ts';
import { isSameBesideBody } from './beside-body.ts';

type Props = {
  content: ArticleContent;
  onChange: (changes: Partial<ArticleContent>) => void;
  faults: Record<string, string>;
  words: WritingWords;
  numbers: DateSettings;
};

/** Up to this length a headline fits on two lines everywhere. Above `LONG`, other sites cut it. */
const GOOD = 65;
const LONG = 90;

function HeadlineGuide({
  headline,
  words,
  numbers,
}: Pick<Props, 'words' | 'numbers'> & { headline: string }) {
  const length = countCharacters(headline.trim());
  const [tone, said] =
    length <= GOOD
      ? ['text-leaf', words.headlineGood]
      : length <= LONG
        ? ['text-amber', words.headlineLong]
        : ['text-madder', words.headlineTooLong];
  return (
    <span className="flex flex-wrap gap-x-3">
      <bdi>
        {fill(words.lengthOf, { n: formatNumber(length, numbers), max: formatNumber(GOOD, numbers) })}
      </bdi>
      {length > 0 && <span className={tone}>{said}</span>}
    </span>
  );
}

/** The fields above the body: label, headline, standfirst, dateline. */
export const ArticleHeadFields = memo(function ArticleHeadFields({
  content,
  onChange,
  faults,
  words,
  numbers,
}: Props) {
  const { fields } = words;
  const lang = content.locale;
  return (
    <div className="space-y-4">
      <p className="is-required-legend text-caption text-ink-soft">{words.requiredLegend}</p>
      <ArticleField
        name="label"
        label={fields.label}
        value={content.label}
        onChange={(label) => onChange({ label })}
        max={60}
        lang={lang}
        hint={words.labelHint}
        fault={faults.label}
      />
      <ArticleField
        name="headline"
        label={fields.headline}
        isRequired
        value={content.headline}
        onChange={(text) => onChange({ headline: text.replace(/\s*\n\s*/g, ' ') })}
        max={300}
        rows={1}
        lang={lang}
        variant="text-h2 font-bold"
        hint={<HeadlineGuide headline={content.headline} words={words} numbers={numbers} />}
        fault={faults.headline}
      />
      <ArticleField
        name="standfirst"
        label={fields.standfirst}
        value={content.standfirst}
        onChange={(text) => onChange({ standfirst: text.replace(/\s*\n\s*/g, ' ') })}
        max={600}
        rows={2}
        lang={lang}
        hint={words.standfirstHint}
        fault={faults.standfirst}
      />
      <fieldset>
        <legend className="sr-only">{words.dateline}</legend>
        <div className="grid gap-4 sm:grid-cols-2">
          <ArticleField
            name="source"
            label={fields.source}
            value={content.source}
            onChange={(source) => onChange({ source })}
            max={80}
            lang={lang}
            fault={faults.source}
          />
          <ArticleField
            name="city"
            label={fields.city}
            value={content.city}
            onChange={(city) => onChange({ city })}
            max={80}
            lang={lang}
            fault={faults.city}
          />
        </div>
      </fieldset>
    </div>
  );
}, isSameBesideBody);
