import { useId } from 'react';
import { fromLocalDateTime, localDateTime } from '#lib/arabic/local-time.ts';
import { ARTICLE_FORM, fieldAnchor, fieldStyle } from './article-field.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';

type Props = {
  name: string;
  label: string;
  hint: string;
  clear: string;
  /** A time in ISO format, or null. */
  value: string | null;
  onChange: (value: string | null) => void;
  timeZone: string;
};

/** A time in the newsroom's time zone, whatever zone the browser is in. */
export function ArticleTimeField({ name, label, hint, clear, value, onChange, timeZone }: Props) {
  const id = useId();
  return (
    <div id={fieldAnchor(name)}>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          type="datetime-local"
          name={name}
          form={ARTICLE_FORM}
          dir="ltr"
          value={value ? localDateTime(new Date(value), timeZone) : ''}
          onChange={(event) =>
            onChange(fromLocalDateTime(event.target.value, timeZone)?.toISOString() ?? null)
          }
          aria-describedby={`${id}-hint`}
          className={fieldStyle}
        />
        {value && (
          <button type="button" onClick={() => onChange(null)} className={buttonStyle.plain}>
            {clear}
            <span className="sr-only"> {label}</span>
          </button>
        )}
      </div>
      <p id={`${id}-hint`} className="mt-1 text-caption text-ink-soft">
        {hint}
      </p>
    </div>
  );
}
