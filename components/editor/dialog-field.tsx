import { useId, type RefObject } from 'react';
import { firstCharacters, mostUnits } from '#lib/arabic/count-characters.ts';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  fault?: string | undefined;
  isAddress?: boolean;
  type?: 'text' | 'search';
  max: number;
  input?: RefObject<HTMLInputElement | null>;
};

export function DialogField({
  label,
  value,
  onChange,
  hint,
  fault,
  isAddress = false,
  type = 'text',
  max,
  input,
}: Props) {
  const id = useId();
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <input
        id={id}
        ref={input}
        type={type}
        value={value}
        maxLength={mostUnits(max)}
        dir={isAddress ? 'ltr' : 'auto'}
        inputMode={isAddress ? 'url' : 'text'}
        autoComplete="off"
        spellCheck={!isAddress}
        onChange={(event) => onChange(firstCharacters(event.target.value, max))}
        {...(described && { 'aria-describedby': described })}
        {...(fault && { 'aria-invalid': true })}
        className="block min-h-11 w-full rounded-paper border border-field bg-paper px-3 text-start text-ui aria-invalid:border-madder"
      />
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
