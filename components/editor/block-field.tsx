import { useId, type KeyboardEvent } from 'react';
import { firstCharacters, mostUnits } from '#lib/arabic/count-characters.ts';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  max: number;
  hint?: string;
  placeholder?: string;
  type?: 'text' | 'date';
  /** For text of more than one line. */
  rows?: boolean;
  disabled?: boolean;
};

/** Enter would submit the form around the editor. */
function keepEnter(event: KeyboardEvent) {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
}

/**
 * A field inside a block. Its text may be in another language than the body. It has no name, because the form
 * does not send the fields of a body.
 */
export function BlockField({
  label,
  value,
  onChange,
  max,
  hint,
  placeholder,
  type = 'text',
  rows = false,
  disabled = false,
}: Props) {
  const id = useId();
  const shared = {
    id,
    value,
    maxLength: max && mostUnits(max),
    placeholder,
    disabled,
    ...(hint && { 'aria-describedby': `${id}-hint` }),
    onKeyDown: keepEnter,
    className:
      'block min-h-11 w-full rounded-paper border border-field bg-paper px-3 py-2 text-meta disabled:opacity-60',
  };
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-caption font-medium">
        {label}
      </label>
      {rows ? (
        <textarea
          {...shared}
          rows={1}
          dir="auto"
          onChange={(event) => onChange(max ? firstCharacters(event.target.value, max) : event.target.value)}
          className={`${shared.className} editor-grow`}
        />
      ) : (
        <input
          {...shared}
          type={type}
          dir={type === 'date' ? undefined : 'auto'}
          onChange={(event) => onChange(max ? firstCharacters(event.target.value, max) : event.target.value)}
        />
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-caption text-ink-soft">
          <bdi>{hint}</bdi>
        </p>
      )}
    </div>
  );
}
