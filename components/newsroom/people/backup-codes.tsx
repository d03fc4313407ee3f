import { useState } from 'react';
import { buttonStyle } from '#components/newsroom/ui/button.ts';

export type CodesWords = {
  codesTitle: string;
  codesLead: string;
  print: string;
  copy: string;
  copied: string;
  save: string;
  file: string;
};
type Props = { codes: string[]; words: CodesWords };

/**
 * Shown only once, and not readable anywhere else. They can be printed, copied, or saved as a file (also
 * without JavaScript).
 */
export function BackupCodes({ codes, words }: Props) {
  const [isCopied, setIsCopied] = useState(false);
  const text = `${words.file}\n\n${codes.join('\n')}\n`;
  return (
    <div role="status" data-print="" className="border-s-4 border-amber bg-paper p-4">
      <h3 className="text-ui">{words.codesTitle}</h3>
      <p className="text-ink-soft">{words.codesLead}</p>
      <ul
        dir="ltr"
        className="mt-3 grid grid-cols-2 gap-x-6 gap-y-1 text-start font-medium select-all sm:grid-cols-3"
      >
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap gap-x-6 print:hidden">
        <button
          type="button"
          onClick={() => void navigator.clipboard?.writeText(codes.join('\n')).then(() => setIsCopied(true))}
          className={buttonStyle.text}
        >
          {isCopied ? words.copied : words.copy}
        </button>
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="midad-backup-codes.txt"
          className={buttonStyle.text}
        >
          {words.save}
        </a>
        <button type="button" onClick={() => window.print()} className={buttonStyle.text}>
          {words.print}
        </button>
      </div>
    </div>
  );
}
