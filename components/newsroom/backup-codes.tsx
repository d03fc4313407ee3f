import { buttonStyle } from './button.ts';

type Props = { codes: string[]; title: string; lead: string; print: string };

/** Shown this once; nowhere else can they be read again. */
export function BackupCodes({ codes, title, lead, print }: Props) {
  return (
    <div role="status" data-print="" className="border-s-4 border-amber bg-paper p-4">
      <h3 className="text-ui">{title}</h3>
      <p className="text-ink-soft">{lead}</p>
      <ul dir="ltr" className="mt-3 grid grid-cols-2 gap-x-6 gap-y-1 text-start font-medium select-all sm:grid-cols-3">
        {codes.map((code) => <li key={code}><code>{code}</code></li>)}
      </ul>
      <button type="button" onClick={() => window.print()} className={`${buttonStyle.text} mt-2 print:hidden`}>{print}</button>
    </div>
  );
}
