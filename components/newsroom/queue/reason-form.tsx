import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { TextBox } from '#components/newsroom/ui/text-box.tsx';

export type Reason = { code: string; label: string };
type Props = { reasons: Reason[]; words: { reasons: string; reasonNote: string; reasonHint: string } };

/** Part of a card's form: rejects with a reason, in one press. The first nine reasons have a digit key. */
export function ReasonForm({ reasons, words }: Props) {
  return (
    <details data-menu="reasons" className="mt-1 open:w-full">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sea underline marker:content-none hover:text-ink">
        {words.reasons}
      </summary>
      <div className="space-y-3 rounded-paper border border-hairline bg-paper p-4">
        <TextBox name="reason" label={words.reasonNote} hint={words.reasonHint} rows={2} max={500} />
        <div role="group" aria-label={words.reasons} className="flex flex-wrap gap-2">
          {reasons.map(({ code, label }, n) => (
            <button key={code} name="reasonCode" value={code} className={buttonStyle.plain}>
              {n < 9 && (
                <kbd aria-hidden="true" className="text-caption text-ink-soft max-sm:hidden">
                  {n + 1}
                </kbd>
              )}
              {label}
            </button>
          ))}
        </div>
      </div>
    </details>
  );
}
