import type { Editor } from '@tiptap/core';
import { useRef, useState, type FormEvent } from 'react';
import { readableAddress } from '#lib/body/readable-address.ts';
import { typedAddress } from '#lib/body/web-address.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Dialog } from './dialog.tsx';
import { DialogField } from './dialog-field.tsx';
import { useEditorDesk } from './editor-context.ts';

/** The target of the selected text. Without a selection the dialog also asks for the text. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { words } = useEditorDesk();
  const [before] = useState(() => String(editor.getAttributes('link').href ?? ''));
  const [asksForWords] = useState(() => !before && editor.state.selection.empty);
  const [address, setAddress] = useState(before);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const input = useRef<HTMLInputElement>(null);

  function save(event: FormEvent) {
    event.preventDefault();
    const href = typedAddress(address);
    if (!href) {
      setFault(address.trim() ? words.link.wrong : words.link.missing);
      return input.current?.focus();
    }
    const mark = { type: 'link', attrs: { href } };
    const chain = editor.chain();
    if (asksForWords)
      chain
        .insertContent({ type: 'text', text: text.trim() || readableAddress(href), marks: [mark] })
        .unsetMark('link');
    else if (before) chain.extendMarkRange('link').setMark('link', { href });
    else chain.setMark('link', { href });
    chain.run();
    onClose();
  }
  function remove() {
    editor.chain().extendMarkRange('link').unsetMark('link').run();
    onClose();
  }

  return (
    <Dialog title={words.tools.link} onClose={onClose}>
      <form noValidate onSubmit={save} className="space-y-4">
        <DialogField
          input={input}
          label={words.link.address}
          hint={words.link.hint}
          fault={fault}
          value={address}
          max={2000}
          isAddress
          onChange={setAddress}
        />
        {asksForWords && <DialogField label={words.link.text} value={text} max={300} onChange={setText} />}
        <div className="flex flex-wrap gap-3">
          <button className={buttonStyle.main}>{words.save}</button>
          {before && (
            <button type="button" onClick={remove} className={buttonStyle.risky}>
              {words.link.remove}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
