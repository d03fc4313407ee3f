import { useId, type ReactNode } from 'react';
import type { PickerWords } from '#components/newsroom/library/media-picker.tsx';
import type { RichProps } from './rich-field.tsx';
import { RichText } from './rich-text.tsx';
import { PickPicture } from '#components/newsroom/library/pick-picture.tsx';

/** Choices of one group stand together under its name. */
export type Choice = { value: string; label: string; group?: string };

type Props = {
  /** Where a summary of faults leads to. */
  id?: string;
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'url' | 'datetime-local';
  /** More lines than one. */
  rows?: number;
  /** What stands in the field before anything is typed. */
  initial?: string;
  /** One of these instead of free text. */
  options?: Choice[];
  /** For the id of a picture: it can be chosen by sight. */
  picker?: PickerWords;
  /** For words in the language of the page. */
  isProse?: boolean;
  /** Marked before anything is sent; what is missing is said by the action, in our words. */
  isRequired?: boolean;
  hint?: ReactNode;
  /** Takes the whole line where fields stand in pairs. */
  isWide?: boolean;
  fault?: string | undefined;
  value?: string | undefined;
  autoComplete: string;
  inputMode?: 'text' | 'email' | 'numeric';
  /** A body, written with the editor where scripts run; the field is its plain text. */
  rich?: RichProps;
  values?: Record<string, string> | undefined;
};

export type FieldProps = Omit<Props, 'fault' | 'value' | 'values' | 'id'>;

const inputStyle =
  'block min-h-11 w-full rounded-paper border border-field bg-paper px-3 text-start text-ui aria-invalid:border-madder';

const toOption = ({ value, label }: Choice) => (
  <option key={value} value={value}>
    {label}
  </option>
);

function grouped(choices: Choice[]): [string | undefined, Choice[]][] {
  const groups = new Map<string | undefined, Choice[]>();
  for (const choice of choices) groups.set(choice.group, [...(groups.get(choice.group) ?? []), choice]);
  return [...groups];
}

/**
 * Label above, note and fault in words below. Most of what these forms ask for is Latin, so the field itself
 * runs left to right.
 */
export function Field({
  id: given,
  name,
  label,
  type = 'text',
  hint,
  fault,
  value,
  initial,
  options,
  isProse = false,
  isRequired = false,
  isWide = false,
  rows,
  picker,
  autoComplete,
  inputMode,
  rich,
  values,
}: Props) {
  const own = useId();
  const id = given ?? own;
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const notes = {
    ...(isRequired && { required: true }),
    ...(described && { 'aria-describedby': described }),
    ...(fault && { 'aria-invalid': true }),
  };
  const shown = value ?? initial;
  if (rich)
    return (
      <RichText
        {...rich}
        label={label}
        isRequired={isRequired}
        text={initial ?? ''}
        textName={name}
        rows={rows ?? 12}
        hint={hint}
        fault={fault}
        values={values}
      />
    );
  return (
    <div {...(isWide && { className: 'sm:col-span-2' })}>
      <label htmlFor={id} className={`mb-1 block font-medium ${isRequired ? 'is-required' : ''}`}>
        {label}
      </label>
      {options ? (
        // React forgets a list's new default when it resets a sent form
        <select key={shown} id={id} name={name} defaultValue={shown} {...notes} className={inputStyle}>
          {grouped(options).map(([group, choices]) =>
            group === undefined ? (
              choices.map(toOption)
            ) : (
              <optgroup key={group} label={group}>
                {choices.map(toOption)}
              </optgroup>
            ),
          )}
        </select>
      ) : rows ? (
        <textarea
          id={id}
          name={name}
          rows={rows}
          dir="auto"
          {...(shown !== undefined && { defaultValue: shown })}
          {...notes}
          className={`${inputStyle} py-2 placeholder-shown:text-start`}
        />
      ) : (
        <input
          id={id}
          name={name}
          type={type}
          dir={isProse ? 'auto' : 'ltr'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={isProse}
          {...(inputMode && { inputMode })}
          {...(shown !== undefined && { defaultValue: shown })}
          {...notes}
          className={inputStyle}
        />
      )}
      {picker && <PickPicture fieldId={id} words={picker} />}
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
