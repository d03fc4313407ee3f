import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { mostUnits } from '#lib/arabic/count-characters.ts';
import { dirOf, type Locale } from '#lib/locales.ts';

type Props = {
  name: string;
  label: string;
  value: string;
  fault?: string | undefined;
  hint?: ReactNode;
  max?: number;
  /** The number of lines of a text area. */
  rows?: number;
  type?: 'text' | 'url' | 'datetime-local';
  /** The language of the text in the field. Without it the field runs left to right. */
  lang?: Locale;
  placeholder?: string | undefined;
  onKeyDown?: (event: KeyboardEvent) => void;
  /** Content below the field that is not read aloud with it. */
  children?: ReactNode;
};

const inputStyle =
  'block w-full rounded-paper border border-field bg-paper px-3 text-start text-ui placeholder:text-ink-soft aria-invalid:border-madder';

/** A field of an entry, in the language of the readers. */
export function LiveField({
  name,
  label,
  value,
  fault,
  hint,
  max,
  rows,
  type = 'text',
  lang,
  placeholder,
  onKeyDown,
  children,
}: Props) {
  const id = useId();
  const notes = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const props = {
    id,
    name,
    defaultValue: value,
    onKeyDown,
    placeholder,
    maxLength: max && mostUnits(max),
    lang,
    dir: lang ? dirOf(lang) : 'ltr',
    ...(fault && { 'aria-invalid': true }),
    ...(notes && { 'aria-describedby': notes }),
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      {rows ? (
        <textarea
          {...props}
          rows={rows}
          className={`${inputStyle} field-sizing-content max-h-[70vh] min-h-40 py-2`}
        />
      ) : (
        <input {...props} type={type} autoComplete="off" className={`${inputStyle} min-h-11`} />
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
      {children}
    </div>
  );
}
