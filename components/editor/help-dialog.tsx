import { ARTICLE_FORM } from '#components/newsroom/writing/article-field.tsx';
import { Dialog } from './dialog.tsx';
import { useEditorDesk } from './editor-context.ts';
import { KEYS, shownKeys, shownWith } from './keys.ts';

const TYPED = ['heading', 'list', 'numbered', 'quote', 'separator', 'newline', 'toolbar'] as const;
const TYPES: Record<(typeof TYPED)[number], string> = {
  heading: '## ',
  list: '- ',
  numbered: '1. ',
  quote: '> ',
  separator: '---',
  newline: 'Shift+Enter',
  toolbar: 'Alt+F10',
};

/** Shortcuts that the article's page handles, wherever the focus is. */
const OF_ARTICLE = { save: 'S', publish: 'Enter' } as const;

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { words } = useEditorDesk();
  const acts = [...new Set(KEYS.map(({ act }) => act))];
  const rows: (readonly [string, string])[] = [
    ...acts.map((act) => [words.tools[act], shownKeys(act)!] as const),
    ...TYPED.map((each) => [words.help[each], TYPES[each]] as const),
  ];
  if (document.getElementById(ARTICLE_FORM))
    rows.push(
      ...(['save', 'publish'] as const).map(
        (each) => [words.help[each], shownWith(OF_ARTICLE[each])] as const,
      ),
    );
  return (
    <Dialog title={words.tools.help} onClose={onClose}>
      <p className="mb-4 text-ink-soft">{words.help.lead}</p>
      <dl className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2">
        {rows.map(([meaning, shown]) => (
          <div key={meaning} className="contents">
            <dt>{meaning}</dt>
            <dd dir="ltr">
              <kbd className="rounded-paper border border-field px-2">{shown}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
