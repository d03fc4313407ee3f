const TINTS = ['bg-madder', 'bg-sea', 'bg-leaf', 'bg-amber', 'bg-ink-soft', 'bg-ink'];

/**
 * The first letter of a name on a colour derived from the name. No third-party avatar service sees a reader.
 */
export function Avatar({ name }: { name: string }) {
  const letters = [...name];
  const initial = letters.find((letter) => /\p{L}/u.test(letter)) ?? '•';
  const tint = TINTS[letters.reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % TINTS.length];
  return (
    <span
      aria-hidden="true"
      className={`avatar inline-flex size-9 shrink-0 items-center justify-center rounded-full text-ui font-bold text-paper ${tint}`}
    >
      {initial.toLocaleUpperCase()}
    </span>
  );
}
