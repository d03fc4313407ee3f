import { useId, type ReactNode } from 'react';
import type { PickerWords } from '#components/newsroom/library/media-picker.tsx';
import type { RichProps } from './rich-field.tsx';
import { RichText } from './rich-text.tsx';
import { PickPicture } from '#components/newsroom/library/pick-picture.tsx';

/** Choices with the same group are listed together under its name. */
export type Choice = { value: string; label: string; group?: string };

type Props = {
  /** Target of the links in the summary of faults. */
  id?: string;
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'url' | 'datetime-local';
  /** The number of lines of a text area. */
  rows?: number;
  /** The value before anything is typed. */
  initial?: string;
  /** One of these instead of free text. */
  options?: Choice[];
  /** For the id of a picture: adds a button to choose it in the library. */
  picker?: PickerWords;
  /** For text in the language of the page. */
  isProse?: boolean;
  /** Marks the field before anything is sent. The action reports a missing value, in our own words. */
  isRequired?: boolean;
  hint?: ReactNode;
  /** Takes the whole line where fields are paired. */
  isWide?: boolean;
  fault?: string | undefined;
  value?: string | undefined;
  autoComplete: string;
  inputMode?: 'text' | 'email' | 'numeric';
  /** A body, written in the editor with JavaScript; the field holds its plain text. */
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

/** Label above, fault and hint below. Most of these values are Latin, so the input runs left to right. */
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
        // React ignores the new default of a select when it resets a submitted form
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
