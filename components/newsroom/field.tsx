import { useId } from 'react';

type Props = {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  hint?: string | undefined;
  fault?: string | undefined;
  value?: string | undefined;
  autoComplete: string;
  inputMode?: 'text' | 'email' | 'numeric';
};

export type FieldProps = Omit<Props, 'fault' | 'value'>;

/** Label above, note and fault in words below. What these forms ask for is Latin, so the field itself runs left to right. */
export function Field({ name, label, type = 'text', hint, fault, value, autoComplete, inputMode }: Props) {
  const id = useId();
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        dir="ltr"
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        {...(inputMode && { inputMode })}
        {...(value !== undefined && { defaultValue: value })}
        {...(described && { 'aria-describedby': described })}
        {...(fault && { 'aria-invalid': true })}
        className="block min-h-11 w-full rounded-paper border border-field bg-paper px-3 text-start text-ui aria-invalid:border-madder"
      />
      {fault && <p id={`${id}-fault`} className="mt-1 text-madder">{fault}</p>}
      {hint && <p id={`${id}-hint`} className="mt-1 text-caption text-ink-soft">{hint}</p>}
    </div>
  );
}
