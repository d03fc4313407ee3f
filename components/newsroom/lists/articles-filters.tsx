import { useTranslations } from 'next-intl';
import { useId, type ReactNode } from 'react';
import { mostUnits } from '#lib/arabic/count-characters.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { LOCALES } from '#lib/locales.ts';

type Choice = { value: string; label: string };
type Key = 'q' | 'state' | 'section' | 'author' | 'tag' | 'edition' | 'kind' | 'from' | 'to' | 'mine';
type Props = {
  values: Record<Key, string>;
  /** Shows the finer filters, because one of them is in use. */
  isOpen: boolean;
  clear: string;
  sections: Choice[];
  authors: Choice[];
};

const inputStyle = 'block min-h-11 w-full min-w-0 rounded-paper border border-field bg-paper px-3 text-start';

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

function Select({
  name,
  label,
  any,
  value,
  choices,
}: {
  name: Key;
  label: string;
  any: string;
  value: string;
  choices: Choice[];
}) {
  return (
    <Labelled label={label}>
      {(id) => (
        <select key={value} id={id} name={name} defaultValue={value} className={inputStyle}>
          <option value="">{any}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** The filters of the list. An ordinary GET form, so its URL can be saved and shared. */
export function ArticlesFilters({ values, isOpen, clear, sections, authors }: Props) {
  const t = useTranslations('newsroom.articles');
  const editions = LOCALES.map((value) => ({ value, label: t(`editions.${value}`) }));
  const kinds = [
    { value: 'article', label: t('kinds.article') },
    { value: 'live', label: t('kinds.live') },
  ];
  return (
    <form action="/newsroom/articles" role="search" className="space-y-2">
      {values.state !== 'all' && <input type="hidden" name="state" value={values.state} />}
      <div className="flex gap-2 sm:max-w-xl">
        <input
          name="q"
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          defaultValue={values.q}
          maxLength={mostUnits(200)}
          dir="auto"
          autoComplete="off"
          className={`${inputStyle} placeholder:text-ink-soft placeholder-shown:text-start`}
        />
        <button className={buttonStyle.plain}>{t('show')}</button>
      </div>
      <details open={isOpen} className="open:pb-2">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sea underline marker:content-none hover:text-ink">
          {t('filters')}
        </summary>
        <div className="grid gap-4 rounded-paper border border-hairline bg-sheet p-4 sm:grid-cols-2 lg:grid-cols-4">
          <Select
            name="section"
            label={t('section')}
            any={t('anySection')}
            value={values.section}
            choices={sections}
          />
          <Select
            name="author"
            label={t('author')}
            any={t('anyAuthor')}
            value={values.author}
            choices={authors}
          />
          <Labelled label={t('tag')}>
            {(id) => (
              <input
                id={id}
                name="tag"
                defaultValue={values.tag}
                maxLength={mostUnits(60)}
                dir="auto"
                autoComplete="off"
                className={inputStyle}
              />
            )}
          </Labelled>
          <Select
            name="edition"
            label={t('edition')}
            any={t('anyEdition')}
            value={values.edition}
            choices={editions}
          />
          <Select name="kind" label={t('kind')} any={t('anyKind')} value={values.kind} choices={kinds} />
          <Labelled label={t('from')}>
            {(id) => (
              <input id={id} name="from" type="date" defaultValue={values.from} className={inputStyle} />
            )}
          </Labelled>
          <Labelled label={t('to')}>
            {(id) => <input id={id} name="to" type="date" defaultValue={values.to} className={inputStyle} />}
          </Labelled>
          <label className="flex min-h-11 items-center gap-2 self-end font-medium">
            <input
              type="checkbox"
              name="mine"
              value="1"
              defaultChecked={values.mine === '1'}
              className="size-5 accent-sea"
            />
            {t('mine')}
          </label>
          <p className="self-center text-caption text-ink-soft sm:col-span-2 lg:col-span-3">
            {t('daysHint')}
          </p>
          <button className={`${buttonStyle.plain} justify-self-start`}>{t('show')}</button>
        </div>
      </details>
      {clear && (
        <a href={clear} className={buttonStyle.text}>
          {t('clear')}
        </a>
      )}
    </form>
  );
}
