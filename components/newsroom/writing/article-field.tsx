import { useId, type ReactNode } from 'react';
import { firstCharacters, mostUnits } from '#lib/arabic/count-characters.ts';
import { dirOf, type Locale } from '#lib/locales.ts';

/**
 * The form that all fields of the edit screen belong to, wherever they are: the editor between them has
 * dialogs with forms of their own.
 */
export const ARTICLE_FORM = 'article-form';

/** The id of a field of the edit screen, so that other pages can link to it. */
export const fieldAnchor = (name: string): string => `field-${name}`;

const frame =
  'block min-h-11 w-full rounded-paper border border-field bg-paper px-3 py-2 text-start aria-invalid:border-madder';
export const fieldStyle = `${frame} text-ui`;

type Props = {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  max: number;
  /** For several lines: the number of lines at first. */
  rows?: number;
  hint?: ReactNode;
  fault?: string | undefined;
  /** The language of the text, where it is the article's. */
  lang?: Locale;
  /** For addresses and other Latin text. */
  isLatin?: boolean;
  readOnly?: boolean;
  /** Required for publication; a draft is saved without it. */
  isRequired?: boolean;
  /** Classes for the text size and other styles of this field. */
  variant?: string;
};

/** One field of an article: label above, fault and hint below; it grows with its text. */
export function ArticleField({
  name,
  label,
  value,
  onChange,
  max,
  rows,
  hint,
  fault,
  lang,
  isLatin = false,
  readOnly = false,
  isRequired = false,
  variant = 'text-ui',
}: Props) {
  const id = useId();
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const shared = {
    id,
    name,
    value,
    readOnly,
    form: ARTICLE_FORM,
    maxLength: mostUnits(max),
    autoComplete: 'off',
    spellCheck: !isLatin,
    dir: isLatin ? 'ltr' : lang ? dirOf(lang) : 'auto',
    ...(lang && { lang }),
    ...(described && { 'aria-describedby': described }),
    ...(fault && { 'aria-invalid': true }),
    ...(isRequired && { 'aria-required': true }),
    onChange: (event: { target: { value: string } }) => onChange(firstCharacters(event.target.value, max)),
  };
  return (
    <div id={fieldAnchor(name)}>
      <label htmlFor={id} className={`mb-1 block font-medium ${isRequired ? 'is-required' : ''}`}>
        {label}
      </label>
      {rows ? (
        <textarea rows={rows} {...shared} className={`${frame} field-sizing-content resize-y ${variant}`} />
      ) : (
        // Enter in a single-line field would save a revision.
        <input
          {...shared}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          className={`${frame} ${variant}`}
        />
      )}
      {fault && (
        <p id={`${id}-fault`} className="mt-1 text-madder">
          {fault}
        </p>
      )}
      {hint && (
        <div id={`${id}-hint`} className="mt-1 text-caption text-ink-soft">
          {hint}
        </div>
      )}
    </div>
  );
}

type CheckProps = {
  name: string;
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  hint?: string;
};

export function ArticleCheck({ name, label, isOn, onChange, hint }: CheckProps) {
  const id = useId();
  return (
    <div>
      <label className="flex min-h-11 items-center gap-3 font-medium">
        <input
          type="checkbox"
          name={name}
          form={ARTICLE_FORM}
          checked={isOn}
          onChange={(event) => onChange(event.target.checked)}
          {...(hint && { 'aria-describedby': id })}
          className="size-5 shrink-0 accent-sea"
        />
        {label}
      </label>
      {hint && (
        <p id={id} className="text-caption text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

type SelectProps = {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: { id: string; name: string }[];
  hint?: string;
  fault?: string | undefined;
  isRequired?: boolean;
};

export function ArticleSelect({
  name,
  label,
  value,
  onChange,
  options,
  hint,
  fault,
  isRequired = false,
}: SelectProps) {
  const id = useId();
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div id={fieldAnchor(name)}>
      <label htmlFor={id} className={`mb-1 block font-medium ${isRequired ? 'is-required' : ''}`}>
        {label}
      </label>
      <select
        id={id}
        name={name}
        form={ARTICLE_FORM}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(described && { 'aria-describedby': described })}
        {...(fault && { 'aria-invalid': true })}
        {...(isRequired && { 'aria-required': true })}
        className={fieldStyle}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
      {fault && (
        <p id={`${id}-fault`} className="mt-1 text-madder">
          {fault}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-caption text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
